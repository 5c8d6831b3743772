package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.core.posture.OverdueDuties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the posture which duties are overdue. */
@Component
class DutiesOverdue implements OverdueDuties {

    private final JdbcClient sql;
    private final DutyTitles titles;

    DutiesOverdue(JdbcClient sql, DutyTitles titles) {
        this.sql = sql;
        this.titles = titles;
    }

    @Override
    public Map<String, Integer> countsByClause(LocalDate today) {
        Map<String, Integer> counts = new HashMap<>();
        sql.sql("SELECT clause, count(*) FROM duties.duty WHERE state = 'open' AND due_on < :today GROUP BY clause")
                .param("today", today)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    @Override
    public List<Overdue> longest(LocalDate today, int most) {
        return sql.sql("""
                SELECT id, kind, clause, split_part(assignee, '@', 1) AS owner, due_on FROM duties.duty
                 WHERE state = 'open' AND due_on < :today ORDER BY due_on, id LIMIT :most""")
                .param("today", today)
                .param("most", most)
                .query((row, n) -> new Overdue(
                        row.getString("clause"),
                        row.getString("owner"),
                        titles.of(row.getString("kind"), LocaleContextHolder.getLocale()),
                        row.getObject("due_on", LocalDate.class),
                        "/duties/" + row.getString("id")))
                .list();
    }
}
