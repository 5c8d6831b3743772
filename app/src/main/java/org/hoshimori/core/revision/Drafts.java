package org.hoshimori.core.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts in the database. */
@Repository
class Drafts {

    private static final int MOST = 100;

    private final JdbcClient sql;

    Drafts(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Draft draft) {
        bound(sql.sql("""
                INSERT INTO revision.draft (id, name, tailoring, based_on, base, effective_on, note, state, problem, published_as,
                                            opened_by, opened_at, changed_at)
                VALUES (:id, :name, :tailoring, :based, :base, :effective, :note, :state, :problem, :published,
                        :by, :changed, :changed)"""), draft).param("by", draft.openedBy().id()).update();
    }

    /** Writes a draft of which the version must be the one last read; false if somebody else was quicker. */
    boolean update(Draft draft) {
        return bound(sql.sql("""
                UPDATE revision.draft
                   SET name = :name, tailoring = :tailoring, based_on = :based, base = :base, effective_on = :effective, note = :note,
                       state = :state, problem = :problem, published_as = :published, changed_at = :changed, version = version + 1
                 WHERE id = :id AND version = :version"""), draft).param("version", draft.version()).update() == 1;
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Draft draft) {
        return statement
                .param("id", draft.id().value())
                .param("name", draft.name())
                .param("tailoring", draft.tailoring())
                .param("based", draft.basedOn())
                .param("base", draft.base())
                .param("effective", draft.effectiveOn())
                .param("note", draft.note())
                .param("state", draft.state().name())
                .param("problem", draft.problem())
                .param("published", draft.publishedAs())
                .param("changed", at(draft.changedAt()));
    }

    Optional<Draft> find(DraftId id) {
        return sql.sql("SELECT * FROM revision.draft WHERE id = :id")
                .param("id", id.value())
                .query(Drafts::draft)
                .optional();
    }

    /** The draft, which nobody else changes until the end of the transaction. */
    Optional<Draft> lock(DraftId id) {
        return sql.sql("SELECT * FROM revision.draft WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Drafts::draft)
                .optional();
    }

    /** Those that are worked on or wait for approval, the last changed first. */
    List<Draft> open() {
        return sql.sql("""
                SELECT * FROM revision.draft WHERE state IN ('DRAFTING', 'ASKED') ORDER BY changed_at DESC LIMIT :most""").param("most", MOST).query(Drafts::draft).list();
    }

    /** The draft that has become a revision, if it was made here. */
    Optional<Draft> publishedAs(int revision) {
        return sql.sql("SELECT * FROM revision.draft WHERE published_as = :revision")
                .param("revision", revision)
                .query(Drafts::draft)
                .optional();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("tailoring"),
                row.getInt("based_on"),
                row.getString("base"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("note"),
                Draft.State.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getObject("published_as", Integer.class),
                new Actor(row.getString("opened_by")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
