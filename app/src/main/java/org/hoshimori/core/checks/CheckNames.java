package org.hoshimori.core.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what checks are called. */
@Component
class CheckNames implements SubjectNames {

    private static final String KIND = "check:";

    private final JdbcClient sql;

    CheckNames(JdbcClient sql) {
        this.sql = sql;
    }

    private static String title() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "title_en" : "title_ja";
    }

    @Override
    public Map<String, String> namesOf(Set<String> ids) {
        List<String> names = ids.stream()
                .filter(i -> i.startsWith(KIND))
                .map(i -> i.substring(KIND.length()))
                .toList();
        Map<String, String> named = new HashMap<>();
        if (!names.isEmpty()) {
            sql.sql("SELECT name, " + title() + " FROM checks.definition WHERE name = ANY (:names)")
                    .param("names", names.toArray(String[]::new))
                    .query((row, n) -> named.put(KIND + row.getString(1), row.getString(2)))
                    .list();
        }
        return named;
    }

    @Override
    public Set<String> named(String words, int most) {
        return new HashSet<>(
                sql.sql("SELECT '" + KIND + "' || name FROM checks.definition WHERE position(lower(:words) IN lower("
                                + title() + ")) > 0 ORDER BY id LIMIT :most")
                        .param("words", words)
                        .param("most", most)
                        .query(String.class)
                        .list());
    }
}
