package org.hoshimori.chapters.backups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Backups that failed or are missing, for who answers for them and who keeps all. */
@Component
class PlansOfTheDay implements MyDay {

    private static final int SHOWN = 5;

    private final JdbcClient sql;

    PlansOfTheDay(JdbcClient sql) {
        this.sql = sql;
    }

    private record Wrong(String id, String name, Standing.Kind kind) {
        String message() {
            return switch (kind) {
                case MISSED -> "day.backup-run-missed";
                case TOO_SMALL -> "day.backup-run-too-small";
                case FAILED, FINE, NONE_YET -> "day.backup-run-failed";
            };
        }
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Wrong> wrong = sql.sql("""
                SELECT id, code || ' ' || name, standing FROM backups.plan
                 WHERE in_use AND standing IN ('failed', 'too-small', 'missed') AND (:all OR responsible = :person)
                 ORDER BY since LIMIT :most""")
                .param("all", permissions.contains("backups"))
                .param("person", person.value())
                .param("most", SHOWN + 1)
                .query((row, n) -> new Wrong(row.getString(1), row.getString(2), Standing.Kind.of(row.getString(3))))
                .list();
        List<Line> lines = new ArrayList<>();
        wrong.stream()
                .limit(SHOWN)
                .map(w -> new Line(
                        Question.DO, w.message(), List.of(w.name()), Optional.empty(), "/backup-plans/" + w.id()))
                .forEach(lines::add);
        if (wrong.size() > SHOWN) {
            lines.add(new Line(
                    Question.DO, "day.backup-runs-more", List.of(), Optional.empty(), "/backup-plans?order=standing"));
        }
        return lines;
    }
}
