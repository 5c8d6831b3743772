package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pages of people: searched, filtered, sorted by reading and counted in the database. */
@Repository
@Transactional(readOnly = true)
public class PeopleList {

    /** Rows of a page. */
    public static final int PAGE = 50;

    private static final String ORDER = " ORDER BY p.family_kana, p.given_kana, p.staff_number";
    private static final String LIMIT = " LIMIT :limit OFFSET :offset";
    private static final String LEFT = "p.leaves_on < :today";
    private static final String ALL = "SELECT count(*) FROM organization.person p";

    private final JdbcClient sql;

    PeopleList(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is asked for.
     *
     * @param words parts of name, reading, mail or staff number, two characters or more each
     * @param department a department's id, or empty
     * @param left whether those who have left are shown instead of those who are here
     * @param page from 1
     */
    public record Wish(String words, Optional<DepartmentId> department, boolean left, int page) {

        /** Refuses no page: one below 1 is the first. */
        public Wish {
            words = words.strip();
            page = Math.clamp(page, 1, 1_000_000);
        }
    }

    /** A line of the list. */
    public record Row(
            UUID id,
            String staffNumber,
            String name,
            String kana,
            String department,
            String kind,
            LocalDate joinedOn,
            Optional<LocalDate> leavesOn) {}

    /** A page of lines and how many there are in all. */
    public record Page(List<Row> rows, long total, int number) {

        /** How many pages there are, at least 1. */
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** The page that is wished for, as of a day. */
    public Page page(Wish wish, LocalDate today) {
        long total = bound(sql.sql(count(wish)), wish, today).query(Long.class).single();
        // Whom the page shows is settled from the index alone; only they are read whole.
        List<Row> rows = bound(sql.sql("""
                SELECT p.id, p.staff_number, p.family_name || ' ' || p.given_name AS name,
                       p.family_kana || ' ' || p.given_kana AS kana, coalesce(d.name, '') AS department, p.kind,
                       p.joined_on, p.leaves_on
                  FROM (SELECT p.id FROM organization.person p""" + where(wish) + ORDER + LIMIT + """
                       ) shown
                  JOIN organization.person p ON p.id = shown.id
                  LEFT JOIN organization.department d ON d.id = p.department
                """ + ORDER), wish, today)
                .param("limit", PAGE)
                .param("offset", (wish.page() - 1) * PAGE)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("staff_number"),
                        row.getString("name").strip(),
                        row.getString("kana").strip(),
                        row.getString("department"),
                        row.getString("kind"),
                        row.getObject("joined_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("leaves_on", LocalDate.class))))
                .list();
        return new Page(rows, total, wish.page());
    }

    /** So many of those who are wished for, whatever the page. */
    List<PersonId> ids(Wish wish, LocalDate today, int most, int after) {
        return bound(sql.sql("SELECT p.id FROM organization.person p" + where(wish) + ORDER + LIMIT), wish, today)
                .param("limit", most)
                .param("offset", after)
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Everybody who is here, without more, are all but those who have left: an index each tells. */
    private static String count(Wish wish) {
        return wish.left() || !wish.words().isEmpty() || wish.department().isPresent()
                ? ALL + where(wish)
                : "SELECT (" + ALL + ") - (" + ALL + " WHERE " + LEFT + ")";
    }

    // What is not asked for is left out: the database would work it out for every row.
    private static String where(Wish wish) {
        return " WHERE "
                + (wish.left() ? LEFT : "(p.leaves_on IS NULL OR p.leaves_on >= :today)")
                + (wish.words().isEmpty() ? "" : """

                   AND p.bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(p.searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)""")
                + (wish.department().isEmpty() ? "" : " AND p.department = :department");
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Wish wish, LocalDate today) {
        String[] words = Bigrams.folded(wish.words()).split("\\s+");
        return statement
                .param("words", words)
                .param("bigrams", Bigrams.asked(words))
                .param("department", wish.department().map(DepartmentId::value).orElse(null))
                .param("today", today);
    }
}
