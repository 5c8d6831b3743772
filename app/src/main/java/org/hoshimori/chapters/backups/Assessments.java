package org.hoshimori.chapters.backups;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assessments of cloud services, as the facts tell of them. */
@Component
class Assessments {

    private static final int OFFERED = 200;

    private final JdbcClient sql;

    Assessments(JdbcClient sql) {
        this.sql = sql;
    }

    /** An assessment that a plan can name. */
    record Choice(UUID id, String service, String state, LocalDate endsOn) {}

    /** Those that are not given up, and these. */
    List<Choice> offered(Collection<UUID> also) {
        return sql.sql("""
                SELECT id, service, state, ends_on FROM facts.cloud_assessment
                 WHERE state IN ('draft', 'asked', 'approved') OR id = ANY (:also) ORDER BY service, ends_on LIMIT :most""")
                .param("also", also.toArray(UUID[]::new))
                .param("most", OFFERED)
                .query((row, n) -> new Choice(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)))
                .list();
    }
}
