package org.hoshimori.chapters.backups;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Table;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the table of {@code ast-4.1}: what the regulation in force wants to be backed up. */
@Component
class Targets {

    private static final String TABLE = "ast-4.1_targets";
    private static final int COLUMNS = 4;

    private final RegulationInForce regulation;
    private final JdbcClient sql;

    Targets(RegulationInForce regulation, JdbcClient sql) {
        this.regulation = regulation;
        this.sql = sql;
    }

    /**
     * A row of the table, in the words of the regulation.
     *
     * @param id the row's id; empty of none
     */
    record Target(String id, String equipment, String object, String method, String storage) {
        static Target none() {
            return new Target("", "", "", "", "");
        }
    }

    /** The rows in a language. */
    List<Target> now(Locale locale) {
        Revision now = regulation.now();
        Wording wording = now.wording(locale);
        return now.regulation().table(TABLE).stream()
                .filter(t -> t.columns().size() == COLUMNS)
                .flatMap(t -> t.rows().stream().map(r -> target(t, r, wording)))
                .toList();
    }

    Target find(String id, Locale locale) {
        return now(locale).stream().filter(t -> t.id().equals(id)).findFirst().orElseGet(Target::none);
    }

    private static Target target(Table table, Table.Row row, Wording wording) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            cells.add(wording.sayCell(table.columns().get(i), row.cells().get(i)));
        }
        return new Target(row.id(), cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    /** Of these rows, the ids that no plan in use carries out. */
    Set<String> open(List<Target> rows) {
        Set<String> open = new HashSet<>(rows.stream().map(Target::id).toList());
        sql.sql("SELECT DISTINCT target FROM backups.plan WHERE in_use AND target = ANY (:ids)")
                .param("ids", open.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(open::remove);
        return open;
    }

    /** Publishes the rows for checks; where nothing has changed, nothing is written. */
    @Transactional
    void publish() {
        Revision now = regulation.now();
        String[] ids = now.regulation().table(TABLE).stream()
                .flatMap(t -> t.rows().stream())
                .map(Table.Row::id)
                .toArray(String[]::new);
        Set<String> before = new HashSet<>(sql.sql("SELECT id FROM backups.target WHERE listed")
                .query(String.class)
                .list());
        if (!before.equals(Set.copyOf(Stream.of(ids).toList()))) {
            sql.sql("UPDATE backups.target SET listed = id = ANY (:ids), revision = :revision")
                    .param("ids", ids)
                    .param("revision", now.id())
                    .update();
            sql.sql("""
                    INSERT INTO backups.target (id, listed, revision)
                    SELECT id, true, :revision FROM unnest(CAST(:ids AS text[])) id ON CONFLICT (id) DO NOTHING""").param("ids", ids).param("revision", now.id()).update();
        }
    }
}
