package org.hoshimori.logarchive;

import java.sql.SQLException;
import java.util.List;

/** The functions that rules may call beside SQL's own; {@code docs/rule-sql.md} says what each means. */
final class Macros {

    static final String COMMON = "co|ne|or|ac|go|ad|ed|gr|lg|com|net|org|gov|edu";
    /** States of Zeek, then of Argus (no answer, or a reset at once). */
    static final String FAILED = "'S0', 'REJ', 'RSTOS0', 'RSTRH', 'SH', 'S_', 'S_RA', 'SR_', 'INT', 'REQ'";

    private static final List<String> ALL = List.of(
            "hm_seconds(a, b) AS (epoch_us(b) - epoch_us(a)) / 1000000.0",
            "hm_hour(t) AS CAST(extract('hour' FROM t + INTERVAL 9 HOUR) AS INTEGER)",
            "hm_day(t) AS CAST(t + INTERVAL 9 HOUR AS DATE)",
            "hm_weekend(t) AS extract('isodow' FROM t + INTERVAL 9 HOUR) >= 6",
            // The last two labels of a name, three where the last is a country's and the one before a common kind.
            "hm_domain(n) AS CASE WHEN regexp_matches(n, '\\.(" + COMMON + ")\\.[a-z][a-z]$')"
                    + " THEN regexp_extract(n, '([^.]+\\.[^.]+\\.[^.]+)$', 1) ELSE regexp_extract(n, '([^.]+\\.[^.]+)$', 1) END",
            // Whether a connection came to nothing: refused, or never answered.
            "hm_failed(status, activity, action) AS coalesce(status IN (" + FAILED + "), false)"
                    + " OR coalesce(activity IN (4, 5), false) OR coalesce(action = 2, false)");

    private Macros() {}

    static void define(Questions questions) throws SQLException {
        for (String macro : ALL) {
            questions.run("CREATE MACRO " + macro);
        }
    }
}
