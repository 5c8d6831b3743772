package org.hoshimori.core.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.word.Review;
import org.hoshimori.word.WordDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went out in Word and what came back with it, in the database. */
@Repository
class DraftRemarks {

    private static final int MOST = 2_000;

    private final JdbcClient sql;

    DraftRemarks(JdbcClient sql) {
        this.sql = sql;
    }

    /** What went out: the tailoring, and what the file said. */
    record Sent(String digest, String language, String tailoring, WordDocument document) {}

    /** Keeps what went out; false if the same went out before. */
    boolean sent(Draft draft, String digest, String language, byte[] content, Actor by, Instant at) {
        return sql.sql("""
                INSERT INTO revision.sent (draft, digest, language, tailoring, content, sent_by, sent_at)
                VALUES (:draft, :digest, :language, :tailoring, :content, :by, :at) ON CONFLICT DO NOTHING""")
                        .param("draft", draft.id().value())
                        .param("digest", digest)
                        .param("language", language)
                        .param("tailoring", draft.tailoring())
                        .param("content", content)
                        .param("by", by.id())
                        .param("at", Drafts.at(at))
                        .update()
                == 1;
    }

    Optional<Sent> findSent(DraftId draft, String digest, String language) {
        return sql.sql("""
                SELECT digest, language, tailoring, content FROM revision.sent
                 WHERE draft = :draft AND digest = :digest AND language = :language""")
                .param("draft", draft.value())
                .param("digest", digest)
                .param("language", language)
                .query((row, n) -> new Sent(
                        row.getString("digest"),
                        row.getString("language"),
                        row.getString("tailoring"),
                        WordDocument.read(row.getBytes("content"))))
                .optional();
    }

    /** Keeps a remark; the same file sent twice brings nothing new. */
    boolean insert(Remark remark, String sha256) {
        return sql.sql("""
                INSERT INTO revision.remark (id, draft, file, sha256, digest, language, place, kind, clause, entry, author, at, before,
                                             after)
                VALUES (:id, :draft, :file, :sha256, :digest, :language, :place, :kind, :clause, :entry, :author, :at, :before, :after)
                ON CONFLICT DO NOTHING""")
                        .param("id", remark.id())
                        .param("draft", remark.draft().value())
                        .param("file", remark.file())
                        .param("sha256", sha256)
                        .param("digest", remark.digest())
                        .param("language", remark.language())
                        .param("place", remark.place())
                        .param("kind", remark.kind().name())
                        .param("clause", remark.clause())
                        .param("entry", remark.entry())
                        .param("author", remark.author())
                        .param("at", remark.at())
                        .param("before", remark.before())
                        .param("after", remark.after())
                        .update()
                == 1;
    }

    /** Open ones first, each in the order of the text. */
    List<Remark> of(DraftId draft) {
        return sql.sql("""
                SELECT * FROM revision.remark WHERE draft = :draft ORDER BY state <> 'OPEN', file, sha256, place LIMIT :most""")
                .param("draft", draft.value())
                .param("most", MOST)
                .query(DraftRemarks::remark)
                .list();
    }

    /** The remark, which nobody else settles until the end of the transaction. */
    Optional<Remark> lock(DraftId draft, UUID id) {
        return sql.sql("SELECT * FROM revision.remark WHERE draft = :draft AND id = :id FOR UPDATE")
                .param("draft", draft.value())
                .param("id", id)
                .query(DraftRemarks::remark)
                .optional();
    }

    void settle(UUID id, Remark.State state, String note, Actor by, Instant at) {
        sql.sql("""
                UPDATE revision.remark SET state = :state, note = :note, settled_by = :by, settled_at = :at WHERE id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("note", note)
                .param("by", by.id())
                .param("at", Drafts.at(at))
                .update();
    }

    private static Remark remark(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Remark(
                row.getObject("id", UUID.class),
                new DraftId(row.getObject("draft", UUID.class)),
                row.getString("file"),
                row.getString("digest"),
                row.getString("language"),
                row.getInt("place"),
                Review.Kind.valueOf(row.getString("kind")),
                row.getString("clause"),
                row.getString("entry"),
                row.getString("author"),
                row.getString("at"),
                row.getString("before"),
                row.getString("after"),
                Remark.State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("settled_by"),
                settled == null ? null : settled.toInstant());
    }
}
