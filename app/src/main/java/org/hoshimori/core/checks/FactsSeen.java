package org.hoshimori.core.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a check sees of a subject: of every fact that it reads, the subject's own rows, in the columns that it reads. */
@Component
public class FactsSeen {

    private final JdbcClient sql;

    FactsSeen(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A digest of all that it sees, and of what it says of it; empty where it does not fail for the subject. It differs as soon
     * as anything of that does, and when the check is written differently.
     */
    public Optional<String> ofAlarm(int check, String subject) {
        Optional<List<String>> said = sql.sql("""
                SELECT d.digest, d.reads, f.reason, f.arguments::text FROM checks.finding f JOIN checks.definition d ON d.id = f.check_id
                 WHERE f.check_id = :check AND f.subject = :subject AND f.status = 'alarm'""")
                .param("check", check)
                .param("subject", subject)
                .query((row, n) -> {
                    List<String> all = new ArrayList<>(List.of(row.getString(1), row.getString(3)));
                    all.add(String.valueOf(row.getString(4)));
                    for (String read : (String[]) row.getArray(2).getArray()) {
                        all.add(read);
                    }
                    return all;
                })
                .optional();
        return said.map(all ->
                CheckFile.sha256(String.join("\n", all) + "\n" + rows(all.subList(3, all.size()), id(subject))));
    }

    private static String id(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }

    private String rows(List<String> reads, String id) {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (String read : reads) {
            int dot = read.indexOf('.');
            columns.computeIfAbsent(read.substring(0, dot), _ -> new TreeSet<>())
                    .add(read.substring(dot + 1));
        }
        StringBuilder rows = new StringBuilder();
        for (Map<String, Object> key : sql.sql(
                        "SELECT fact, key FROM facts.watched WHERE fact = ANY (:facts) ORDER BY fact, key")
                .param("facts", columns.keySet().toArray(String[]::new))
                .query()
                .listOfRows()) {
            String fact = String.valueOf(key.get("fact"));
            rows.append(fact)
                    .append('\n')
                    .append(rows(
                            fact, String.valueOf(key.get("key")), columns.getOrDefault(fact, new TreeSet<>()), id));
        }
        return rows.toString();
    }

    /** Names of facts and columns come from the database's own catalog. */
    private String rows(String fact, String key, Set<String> columns, String id) {
        String row = "ROW(\"" + String.join("\", \"", columns) + "\")::text";
        return sql.sql("SELECT coalesce(string_agg(" + row + ", E'\\n' ORDER BY " + row + "), '') FROM facts.\"" + fact
                        + "\" WHERE \"" + key + "\"::text = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
