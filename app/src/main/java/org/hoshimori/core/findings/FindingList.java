package org.hoshimori.core.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings as a page lists them, the gravest first. */
@Component
class FindingList {

    static final int PAGE = 50;

    private static final String FROM = """
             FROM facts.finding f
             JOIN facts.check_definition d ON d.id = f.check_id
             LEFT JOIN findings.exception e ON e.check_id = f.check_id AND e.subject = f.subject
              AND e.state IN ('asked', 'approved') AND e.ends_on >= :today
            """;

    private static final String SELECT = """
            SELECT d.*, f.*, e.state AS exception,
                   (SELECT a.state FROM findings.action a
                     WHERE a.check_id = f.check_id AND a.subject IN ('', f.subject) AND a.state <> 'closed'
                     ORDER BY a.subject DESC LIMIT 1) AS action
            """;

    private static final String OF_CHECKS = """
               (:clause = '' OR d.clause = :clause OR starts_with(d.clause, :clause || '.'))
               AND (:chapter = '' OR starts_with(d.clause, :chapter || '-'))
               AND (:severity = '' OR d.severity = :severity)
               AND (:check = 0 OR d.id = :check)
            """;

    /** The alarms of each check that are first to be shown, by an index of their own: there may be hundreds of thousands. */
    private static final String ALARMS = """
             FROM facts.check_definition d
            CROSS JOIN LATERAL (SELECT * FROM facts.finding f
                                 WHERE f.check_id = d.id AND f.status = 'alarm'
                                   AND NOT EXISTS (SELECT 1 FROM findings.exception x
                                                    WHERE x.check_id = f.check_id AND x.subject = f.subject
                                                      AND x.state = 'approved' AND x.ends_on >= :today)
                                 ORDER BY f.since DESC, f.subject DESC LIMIT :first) f
             LEFT JOIN findings.exception e ON e.check_id = f.check_id AND e.subject = f.subject
              AND e.state = 'asked' AND e.ends_on >= :today
            WHERE d.alarm > 0 AND
            """;

    private static final String EXCEPTED = """
            (SELECT count(*) FROM findings.exception x
               JOIN facts.finding f ON f.check_id = x.check_id AND f.subject = x.subject AND f.status = 'alarm'
               JOIN facts.check_definition d ON d.id = x.check_id
              WHERE x.state = 'approved' AND x.ends_on >= :today AND
            """ + OF_CHECKS + ")";

    private static final String ORDER = """
             ORDER BY array_position(ARRAY['critical', 'high', 'medium', 'low'], d.severity), f.since DESC, f.check_id, f.subject DESC
             LIMIT 50 OFFSET :offset""";

    private static final String WANTED = """
             WHERE CASE :status WHEN 'alarm' THEN f.status = 'alarm' AND e.state IS DISTINCT FROM 'approved'
                                WHEN 'excepted' THEN f.status = 'alarm' AND e.state = 'approved'
                                WHEN 'all' THEN true ELSE f.status = :status END
               AND (:status NOT IN ('alarm', 'excepted') OR f.status = 'alarm')
               AND
            """ + OF_CHECKS + """
               AND (:words = '' OR f.subject = ANY (:meant) OR position(lower(:words) IN lower(d.title_ja || ' ' || d.title_en)) > 0)
            """;

    private final JdbcClient sql;
    private final Clock clock;

    FindingList(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What is asked for; empty text and 0 ask for all.
     *
     * @param status {@code alarm} without those excepted, {@code excepted}, {@code ok}, {@code skip}, or {@code all}
     */
    record Wish(String status, String chapter, String clause, String severity, int check, String words, int page) {

        static final List<String> STATUSES = List.of("alarm", "excepted", "ok", "skip", "all");

        /** Takes what it does not know for the first. */
        Wish {
            status = STATUSES.contains(status) ? status : STATUSES.getFirst();
            page = Math.clamp(page, 1, 100_000);
        }

        public List<String> statuses() {
            return STATUSES;
        }
    }

    /** A finding. */
    record Row(
            int check,
            String name,
            String clause,
            String titleJa,
            String titleEn,
            String severity,
            String subject,
            String status,
            String reason,
            List<String> arguments,
            ZonedDateTime since,
            Optional<String> exception,
            Optional<String> action) {

        /** Keeps its own copy. */
        Row {
            arguments = List.copyOf(arguments);
        }

        public String title(String language) {
            return language.equals("en") ? titleEn : titleJa;
        }

        /** Its status as one word: an alarm that is excepted is {@code excepted}. */
        public String word() {
            return status.equals("alarm")
                            && exception.filter("approved"::equals).isPresent()
                    ? "excepted"
                    : status;
        }
    }

    /** A page of them and how many there are in all. */
    record Page(List<Row> rows, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** A page; {@code meant} are the subjects whose names hold the words. */
    Page page(Wish wish, Set<String> meant) {
        boolean alarms = wish.status().equals("alarm") && wish.words().isEmpty();
        String from = alarms ? ALARMS + OF_CHECKS : FROM + WANTED;
        String count = alarms
                ? "SELECT coalesce(sum(d.alarm), 0) - " + EXCEPTED + " FROM facts.check_definition d WHERE " + OF_CHECKS
                : "SELECT count(*)" + FROM + WANTED;
        long total = asked(count, wish, meant).query(Long.class).single();
        int offset = (wish.page() - 1) * PAGE;
        List<Row> rows = asked(SELECT + from + ORDER, wish, meant)
                .param("offset", offset)
                .param("first", offset + PAGE)
                .query(this::row)
                .list();
        return new Page(rows, total, wish.page());
    }

    private JdbcClient.StatementSpec asked(String query, Wish wish, Set<String> meant) {
        return sql.sql(query)
                .param("today", LocalDate.now(clock))
                .param("status", wish.status())
                .param("chapter", wish.chapter())
                .param("clause", wish.clause())
                .param("severity", wish.severity())
                .param("check", wish.check())
                .param("words", wish.words())
                .param("meant", meant.toArray(String[]::new));
    }

    /** One finding. */
    Optional<Row> find(int check, String subject) {
        return sql.sql(SELECT + FROM + " WHERE f.check_id = :check AND f.subject = :subject LIMIT 1")
                .param("today", LocalDate.now(clock))
                .param("check", check)
                .param("subject", subject)
                .query(this::row)
                .optional();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("check_id"),
                row.getString("name"),
                row.getString("clause"),
                row.getString("title_ja"),
                row.getString("title_en"),
                row.getString("severity"),
                row.getString("subject"),
                row.getString("status"),
                row.getString("reason"),
                row.getArray("arguments") == null
                        ? List.of()
                        : Arrays.stream((String[]) row.getArray("arguments").getArray())
                                .map(a -> a == null ? "" : a)
                                .toList(),
                row.getObject("since", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                Optional.ofNullable(row.getString("exception")),
                Optional.ofNullable(row.getString("action")));
    }
}
