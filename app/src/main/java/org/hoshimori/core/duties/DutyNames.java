package org.hoshimori.core.duties;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the record's pages what duties are called. */
@Component
class DutyNames implements SubjectNames {

    private static final String KIND = "duty-kind:";
    private static final String DUTY = "duty:";

    private final DutyKinds kinds;
    private final DutyTitles titles;
    private final JdbcClient sql;

    DutyNames(DutyKinds kinds, DutyTitles titles, JdbcClient sql) {
        this.kinds = kinds;
        this.titles = titles;
        this.sql = sql;
    }

    @Override
    public Map<String, String> namesOf(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        Locale locale = LocaleContextHolder.getLocale();
        ids.stream()
                .filter(i -> i.startsWith(KIND))
                .forEach(i -> names.put(i, titles.of(i.substring(KIND.length()), locale)));
        String[] duties = ids.stream()
                .filter(i -> i.startsWith(DUTY))
                .map(i -> i.substring(DUTY.length()))
                .toArray(String[]::new);
        if (duties.length > 0) {
            sql.sql(
                            "SELECT id::text, kind, due_on::text FROM duties.duty WHERE id = ANY (CAST(CAST(:ids AS text[]) AS uuid[]))")
                    .param("ids", duties)
                    .query(row -> {
                        names.put(
                                DUTY + row.getString(1), titles.of(row.getString(2), locale) + " " + row.getString(3));
                    });
        }
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Locale locale = LocaleContextHolder.getLocale();
        Set<String> found = new HashSet<>();
        kinds.all().stream()
                .filter(k -> titles.of(k.code(), locale).contains(words.strip()))
                .forEach(k -> found.add(KIND + k.code()));
        return found;
    }
}
