package org.hoshimori.chapters.backups;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pages of plans: searched, filtered, sorted and counted in the database. */
@Repository
@Transactional(readOnly = true)
class PlanList {

    static final int PAGE = 50;

    private static final int MOST_PAGES = 1_000_000;

    private final JdbcClient sql;

    PlanList(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a page is sorted by. */
    enum Order {
        /** The code. */
        CODE("code", "code, id"),
        /** The name. */
        NAME("name", "name, id"),
        /** What must be looked at first. */
        STANDING("standing", "standing IN ('fine', 'none-yet'), since, id"),
        /** The latest change first. */
        CHANGED("changed", "changed_at DESC, id");

        private final String code;
        private final String columns;

        Order(String code, String columns) {
            this.code = code;
            this.columns = columns;
        }

        public String code() {
            return code;
        }

        static Order of(String code) {
            return Arrays.stream(values())
                    .filter(o -> o.code.equals(code))
                    .findFirst()
                    .orElse(CODE);
        }
    }

    /**
     * What is asked for; what is empty does not matter.
     *
     * @param responsible whose plans only
     * @param ended whether those that are not used any more, instead of those that are
     * @param page from 1
     */
    record Wish(
            String words,
            Optional<Plan.Destination> destination,
            Optional<Standing.Kind> standing,
            Optional<PersonId> responsible,
            boolean ended,
            Order order,
            int page) {
        Wish {
            words = words.strip();
            page = Math.clamp(page, 1, MOST_PAGES);
        }

        /** The filters, as an address repeats them; the page aside. */
        public Map<String, String> asked() {
            return Map.of(
                    "q", words,
                    "destination", destination.map(Plan.Destination::code).orElse(""),
                    "standing", standing.map(Standing.Kind::code).orElse(""),
                    "ended", ended ? "true" : "",
                    "order", order.code());
        }
    }

    /** A page of plans and how many there are in all. */
    record Page(List<BackupPlanTable.Line> lines, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    Page page(Wish wish) {
        long total = bound(sql.sql("SELECT count(*) FROM backups.plan" + where(wish)), wish)
                .query(Long.class)
                .single();
        List<BackupPlanTable.Line> lines = bound(
                        sql.sql("SELECT * FROM backups.plan" + where(wish) + " ORDER BY " + wish.order().columns
                                + " LIMIT :limit OFFSET :offset"),
                        wish)
                .param("limit", PAGE)
                .param("offset", (wish.page() - 1) * PAGE)
                .query(BackupPlanTable::line)
                .list();
        return new Page(lines, total, wish.page());
    }

    private static String where(Wish wish) {
        return " WHERE in_use = :inUse"
                + (wish.words().isEmpty() ? "" : """

                   AND bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)""")
                + (wish.destination().isEmpty() ? "" : " AND destination = :destination")
                + (wish.standing().isEmpty() ? "" : " AND standing = :standing")
                + (wish.responsible().isEmpty() ? "" : " AND responsible = :responsible");
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Wish wish) {
        String[] words = Bigrams.folded(wish.words()).split("\\s+");
        return statement
                .param("inUse", !wish.ended())
                .param("words", words)
                .param("bigrams", Bigrams.asked(words))
                .param(
                        "destination",
                        wish.destination().map(Plan.Destination::code).orElse(""))
                .param("standing", wish.standing().map(Standing.Kind::code).orElse(""))
                .param("responsible", wish.responsible().map(PersonId::value).orElse(null));
    }
}
