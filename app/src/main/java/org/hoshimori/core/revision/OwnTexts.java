package org.hoshimori.core.revision;

import java.time.Clock;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.proof.Hash;
import org.hoshimori.word.WordDocument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Texts that companies have brought in Word, one a draft; in the database, so that any node can go on with them. */
@Repository
class OwnTexts {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnTexts(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** What the file says. */
    record OwnText(String name, WordDocument document) {}

    /** Keeps a text; the one before it is forgotten, since nothing of it was taken that the draft does not hold. */
    @Transactional
    void keep(DraftId draft, String name, byte[] content, Actor by) {
        String shortName = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        String sha256 = Hash.sha256(content).hex();
        sql.sql("""
                INSERT INTO revision.own_text (draft, name, sha256, content, sent_by, sent_at)
                VALUES (:draft, :name, :sha256, :content, :by, :at)
                ON CONFLICT (draft) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, content = excluded.content,
                                                  sent_by = excluded.sent_by, sent_at = excluded.sent_at""")
                .param("draft", draft.value())
                .param("name", shortName)
                .param("sha256", sha256)
                .param("content", content)
                .param("by", by.id())
                .param("at", Drafts.at(clock.instant()))
                .update();
        events.publishEvent(new DraftEvent.TextBrought(by, draft, shortName, sha256));
    }

    Optional<OwnText> find(DraftId draft) {
        return sql.sql("SELECT name, content FROM revision.own_text WHERE draft = :draft")
                .param("draft", draft.value())
                .query((row, n) -> new OwnText(row.getString("name"), WordDocument.read(row.getBytes("content"))))
                .optional();
    }
}
