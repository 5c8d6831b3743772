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
             LEFT JOIN findings.action a ON a.check_id = f.check_id AND a.subject IN ('', f.subject) AND a.state <> 'closed'
            """;

    private static final String WANTED = """
             WHERE CASE :status WHEN 'alarm' THEN f.status = 'alarm' AND e.state IS DISTINCT FROM 'approved'
                                WHEN 'excepted' THEN f.status = 'alarm' AND e.state = 'approved'
                                WHEN 'all' THEN true ELSE f.status = :status END
               AND (:status NOT IN ('alarm', 'excepted') OR f.status = 'alarm')
               AND (:clause = '' OR d.clause = :clause OR starts_with(d.clause, :clause || '.'))
               AND (:chapter = '' OR starts_with(d.clause, :chapter || '-'))
               AND (:severity = '' OR d.severity = :severity)
               AND (:check = 0 OR f.check_id = :check)
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
        long total = asked("SELECT count(*)" + FROM + WANTED, wish, meant)
                .query(Long.class)
                .single();
        List<Row> rows = asked(
                        "SELECT d.*, f.*, e.state AS exception, a.state AS action" + FROM + WANTED
                                + " ORDER BY array_position(ARRAY['critical', 'high', 'medium', 'low'], d.severity), f.since DESC,"
                                + " f.check_id, f.subject LIMIT " + PAGE + " OFFSET :offset",
                        wish,
                        meant)
                .param("offset", (wish.page() - 1) * PAGE)
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
        return sql.sql("SELECT d.*, f.*, e.state AS exception, a.state AS action" + FROM
                        + " WHERE f.check_id = :check AND f.subject = :subject LIMIT 1")
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
