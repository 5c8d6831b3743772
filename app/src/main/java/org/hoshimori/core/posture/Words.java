package org.hoshimori.core.posture;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People's word that a clause is kept: an auditor's after looking, or an owner's. */
@Component
class Words {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Words(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** A word. */
    record Word(String said, String by, ZonedDateTime at) {}

    /** Somebody has given his or her word. */
    record WordGiven(Actor by, String asks, String said) implements Evident {
        @Override
        public String act() {
            return "clause.confirmed/1";
        }

        @Override
        public String subject() {
            return "clause:" + asks;
        }

        @Override
        public Optional<String> clause() {
            return Optional.of(asks);
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("said", said);
        }
    }

    /** Gives it. */
    @Transactional
    public void give(String clause, String said, Actor by) {
        sql.sql("INSERT INTO posture.word (id, clause, said, by, at) VALUES (:id, :clause, :said, :by, :now)")
                .param("id", UUID.randomUUID())
                .param("clause", clause)
                .param("said", said)
                .param("by", by.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new WordGiven(by, clause, said));
    }

    /** The last words for a clause. */
    List<Word> of(String clause) {
        return sql.sql("SELECT said, by, at FROM posture.word WHERE clause = :clause ORDER BY at DESC LIMIT 5")
                .param("clause", clause)
                .query((row, n) -> new Word(
                        row.getString("said"),
                        row.getString("by"),
                        row.getObject("at", OffsetDateTime.class).atZoneSameInstant(clock.getZone())))
                .list();
    }
}
