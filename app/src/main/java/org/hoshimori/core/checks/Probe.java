package org.hoshimori.core.checks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.core.checks.CheckRefused.Fault;

/**
 * Reads a check as PostgreSQL does: as a view that is gone again at once. Nothing of it is executed. What it reads is what
 * PostgreSQL notes that the view depends on; what it calls stands in the view's own tree.
 */
final class Probe {

    private static final Pattern CALLED = Pattern.compile(":(?:funcid|opfuncid|aggfnoid|winfnoid) (\\d+)");
    private static final Pattern READ = Pattern.compile(":relid (\\d+)");
    /** They run queries given as text, which no dependency tells of. */
    private static final Pattern QUERIES = Pattern.compile(".*(_to_xml|xmlschema).*");

    private static final Set<String> TIMES =
            Set.of("now", "transaction_timestamp", "statement_timestamp", "clock_timestamp");

    private static final String VIEW = "pg_temp.hoshimori_probe";

    private Probe() {}

    /**
     * What a check is like.
     *
     * @param reads fact and column, {@code person.leaves_on}
     * @param subject PostgreSQL's type of the subject
     * @param arguments its columns beyond subject, status and reason
     */
    record Shape(Set<String> reads, String subject, List<String> arguments) {

        /** The facts that it reads. */
        Set<String> facts() {
            return reads.stream().map(r -> r.substring(0, r.indexOf('.'))).collect(Collectors.toSet());
        }
    }

    /** Refuses what is no SELECT of facts with the columns of a check. */
    static Shape of(CheckFile file, ChecksLogIn logIn) throws CheckRefused {
        Map<String, String> types = Values.types(file.select());
        String select = file.select()
                .with(place -> "CAST(NULL AS " + types.get(place) + ")")
                .replace("??", "?");
        return logIn.trial(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute("CREATE VIEW " + VIEW + " AS SELECT c.* FROM (\n" + select + "\n) c");
            }
            Map<String, String> columns = columns(connection);
            refuseForeign(connection);
            List<String> arguments = new ArrayList<>(columns.keySet());
            for (String needed : List.of("subject", "status", "reason")) {
                if (!arguments.remove(needed)) {
                    throw new CheckRefused(Fault.COLUMNS, needed);
                }
            }
            return new Shape(reads(connection), String.valueOf(columns.get("subject")), arguments);
        });
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement asked = connection.prepareStatement("""
                        SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
                         WHERE attrelid = ?::regclass AND attnum > 0 ORDER BY attnum""")) {
            asked.setString(1, VIEW);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return columns;
    }

    private static void refuseForeign(Connection connection) throws SQLException, CheckRefused {
        String tree;
        try (PreparedStatement asked =
                connection.prepareStatement("SELECT ev_action::text FROM pg_rewrite WHERE ev_class = ?::regclass")) {
            asked.setString(1, VIEW);
            try (ResultSet row = asked.executeQuery()) {
                row.next();
                tree = row.getString(1);
            }
        }
        if (tree.contains("{SQLVALUEFUNCTION")) {
            throw new CheckRefused(Fault.TIME, ":{" + CheckFile.TODAY + "}");
        }
        refuse(connection, READ, tree, Fault.NOT_FACTS, """
                SELECT format('%I.%I', n.nspname, c.relname), n.nspname <> 'facts' OR c.relkind <> 'v', '', c.oid = '""" + VIEW + """
                '::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY (CAST(? AS oid[]))""");
        refuse(connection, CALLED, tree, Fault.FUNCTION, """
                SELECT p.proname, p.provolatile = 'v' OR p.pronamespace <> 'pg_catalog'::regnamespace,
                       p.proname || CASE WHEN p.proname = 'age' AND p.pronargs = 1 THEN '1' ELSE '' END, false
                  FROM pg_proc p WHERE p.oid = ANY (CAST(? AS oid[]))""");
    }

    private static void refuse(Connection connection, Pattern ids, String tree, Fault fault, String query)
            throws SQLException, CheckRefused {
        String oids = ids.matcher(tree)
                .results()
                .map((MatchResult r) -> r.group(1))
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
        try (PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, oids);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (TIMES.contains(name) || rows.getString(3).equals("age1")) {
                        throw new CheckRefused(Fault.TIME, name);
                    }
                    if (!rows.getBoolean(4)
                            && (rows.getBoolean(2) || QUERIES.matcher(name).matches())) {
                        throw new CheckRefused(fault, name);
                    }
                }
            }
        }
    }

    private static Set<String> reads(Connection connection) throws SQLException {
        Set<String> reads = new TreeSet<>();
        try (PreparedStatement asked = connection.prepareStatement("""
                        SELECT DISTINCT c.relname || '.' || a.attname
                          FROM pg_depend d
                          JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
                          JOIN pg_class c ON d.refclassid = 'pg_class'::regclass AND c.oid = d.refobjid
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
                         WHERE r.ev_class = ?::regclass AND c.oid <> r.ev_class AND a.attnum > 0""")) {
            asked.setString(1, VIEW);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    reads.add(rows.getString(1));
                }
            }
        }
        return reads;
    }
}
