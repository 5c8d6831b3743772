package org.hoshimori.core.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which measures were taken where something was done with what a law governs. */
@Repository
@Transactional
public class LegalMeasures {

    private static final String SAID = "SELECT subject, page, laws, measure, stated_by, stated_at FROM legal.measure ";

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegalMeasures(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what was done; what was said of the same act before is replaced and stays on record. Where no law applies there is
     * nothing to keep. Runs in the caller's transaction.
     *
     * @param page where the act is to be seen
     */
    public void state(String subject, String page, Collection<String> laws, String measure, Actor by) {
        if (laws.isEmpty()) {
            return;
        }
        LegalMeasure stated = new LegalMeasure(
                subject, page, laws.stream().distinct().sorted().toList(), measure.strip(), by.id(), clock.instant());
        sql.sql("""
                INSERT INTO legal.measure (subject, page, laws, measure, stated_by, stated_at)
                VALUES (:subject, :page, :laws, :measure, :by, :at)
                ON CONFLICT (subject) DO UPDATE
                   SET laws = excluded.laws, measure = excluded.measure, stated_by = excluded.stated_by, stated_at = excluded.stated_at""")
                .param("subject", stated.subject())
                .param("page", stated.page())
                .param("laws", stated.laws().toArray(String[]::new))
                .param("measure", stated.measure())
                .param("by", stated.by())
                .param("at", OffsetDateTime.ofInstant(stated.at(), ZoneOffset.UTC))
                .update();
        events.publishEvent(new LegalEvent.MeasureStated(by, stated));
    }

    /** What was said of an act. */
    @Transactional(readOnly = true)
    public Optional<LegalMeasure> of(String subject) {
        return sql.sql(SAID + "WHERE subject = :subject")
                .param("subject", subject)
                .query(LegalMeasures::measure)
                .optional();
    }

    /** The latest first; of one law, or of all where it is empty. */
    @Transactional(readOnly = true)
    List<LegalMeasure> latest(String law, int atMost, int from) {
        return sql.sql(
                        SAID
                                + "WHERE :law = '' OR :law = ANY (laws) ORDER BY stated_at DESC, subject LIMIT :most OFFSET :from")
                .param("law", law)
                .param("most", atMost)
                .param("from", from)
                .query(LegalMeasures::measure)
                .list();
    }

    private static LegalMeasure measure(ResultSet row, int number) throws SQLException {
        return new LegalMeasure(
                row.getString("subject"),
                row.getString("page"),
                Stream.of((String[]) row.getArray("laws").getArray()).toList(),
                row.getString("measure"),
                row.getString("stated_by"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant());
    }
}
