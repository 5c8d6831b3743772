package org.hoshimori.chapters.logs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a reviewer: hits that nobody has marked, and an archive that is not what it was. */
@Component
class LogsOfTheDay implements MyDay {

    private final JdbcClient sql;

    LogsOfTheDay(JdbcClient sql) {
        this.sql = sql;
    }

    private record Waiting(long unmarked, boolean broken) {}

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        if (permissions.contains("logs")) {
            Waiting waiting = waiting();
            if (waiting.unmarked() > 0) {
                lines.add(new Line(
                        Question.DECIDE,
                        "day.log-hits",
                        List.of(waiting.unmarked()),
                        Optional.empty(),
                        "/logs/reviews"));
            }
            if (waiting.broken()) {
                lines.add(new Line(Question.DO, "day.log-archive-broken", List.of(), Optional.empty(), "/logs"));
            }
        }
        return lines;
    }

    private Waiting waiting() {
        return sql.sql("""
                SELECT (SELECT count(*) FROM logs.hit h WHERE NOT EXISTS (SELECT 1 FROM logs.mark m WHERE m.id = h.id)) AS unmarked,
                       NOT coalesce((SELECT intact FROM logs.verification ORDER BY verified_at DESC LIMIT 1), true) AS broken""")
                .query((row, n) -> new Waiting(row.getLong("unmarked"), row.getBoolean("broken")))
                .single();
    }
}
