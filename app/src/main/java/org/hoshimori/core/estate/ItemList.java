package org.hoshimori.core.estate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pages of a register: searched, filtered, sorted and counted in the database. */
@Repository
@Transactional(readOnly = true)
public class ItemList {

    /** Rows of a page. */
    public static final int PAGE = 50;

    static final String NOBODY = "none";

    private static final int MOST_PAGES = 1_000_000;
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String OWNERLESS =
            " AND (owner IS NULL OR owner IN (SELECT id FROM facts.person WHERE leaves_on < :today))";

    private final JdbcClient sql;
    private final Clock clock;

    ItemList(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a page is sorted by. */
    public enum Order {
        /** The company's number. */
        NUMBER("number", "number, id"),
        /** The name. */
        NAME("name", "name, id"),
        /** The most confidential first. */
        LEVEL("level", "level DESC, number, id"),
        /** The latest change first. */
        CHANGED("changed", "changed_at DESC, id");

        private final String code;
        private final String columns;

        Order(String code, String columns) {
            this.code = code;
            this.columns = columns;
        }

        /** As addresses name it. */
        public String code() {
            return code;
        }

        static Order of(String code) {
            return Arrays.stream(values())
                    .filter(o -> o.code.equals(code))
                    .findFirst()
                    .orElse(NUMBER);
        }
    }

    /**
     * What is asked for; what is empty does not matter.
     *
     * @param words parts of name, number or note, two characters or more each
     * @param owner a person's id, {@code none} for what nobody who works here answers for, or empty
     * @param level 1 to 3, or -1 for any
     * @param state a state's code; empty for all that are not retired
     * @param page from 1
     */
    public record Wish(
            Noun noun,
            String words,
            String sort,
            Optional<DepartmentId> department,
            String owner,
            int level,
            String state,
            Order order,
            int page) {

        /** A page outside of what there can be is the nearest that can. */
        public Wish {
            words = words.strip();
            owner = owner.equals(NOBODY) || PERSON.matcher(owner).matches() ? owner : "";
            page = Math.clamp(page, 1, MOST_PAGES);
        }

        /** As the list's address says it. */
        static Wish of(Noun noun, Map<String, String> asked) {
            String level = asked.getOrDefault("level", "");
            return new Wish(
                    noun,
                    asked.getOrDefault("q", ""),
                    asked.getOrDefault("sort", ""),
                    Optional.ofNullable(asked.get("department"))
                            .filter(d -> !d.isBlank())
                            .map(DepartmentId::of),
                    asked.getOrDefault("owner", ""),
                    level.matches("[0-3]") ? Integer.parseInt(level) : -1,
                    asked.getOrDefault("state", ""),
                    Order.of(asked.getOrDefault("order", "")),
                    1);
        }

        /** Everything of a noun that is not retired. */
        public static Wish all(Noun noun) {
            return new Wish(noun, "", "", Optional.empty(), "", -1, "", Order.NUMBER, 1);
        }
    }

    /** A page of items and how many there are in all. */
    public record Page(List<Item> items, long total, int number) {

        /** How many pages there are, at least 1. */
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** The page that is wished for. */
    public Page page(Wish wish) {
        long total = bound(sql.sql("SELECT count(*) FROM estate.item" + where(wish)), wish)
                .query(Long.class)
                .single();
        return new Page(rows(wish, PAGE, (wish.page() - 1) * PAGE), total, wish.page());
    }

    /** So many of what is wished for, whatever the page. */
    public List<Item> rows(Wish wish, int most, int after) {
        return bound(
                        sql.sql("SELECT * FROM estate.item" + where(wish) + " ORDER BY " + wish.order().columns
                                + " LIMIT :limit OFFSET :offset"),
                        wish)
                .param("limit", most)
                .param("offset", after)
                .query(Items::item)
                .list();
    }

    // What is not asked for is left out: the database would work it out for every row.
    private static String where(Wish wish) {
        return " WHERE noun = :noun"
                + (wish.state().isEmpty() ? " AND state <> 'retired'" : " AND state = :state")
                + (wish.words().isEmpty() ? "" : """

                   AND bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)""")
                + (wish.sort().isEmpty() ? "" : " AND sort = :sort")
                + (wish.department().isEmpty() ? "" : " AND department = :department")
                + (wish.owner().isEmpty()
                        ? ""
                        : wish.owner().equals(NOBODY) ? OWNERLESS : " AND owner = CAST(:owner AS uuid)")
                + (wish.level() < 0 ? "" : " AND level = :level");
    }

    /** Of each noun, how much is not retired that nobody who works here answers for; nouns without are left out. */
    Map<Noun, Long> ownerless(LocalDate today) {
        Map<Noun, Long> found = new EnumMap<>(Noun.class);
        sql.sql("SELECT noun, count(*) AS n FROM estate.item WHERE state <> 'retired'" + OWNERLESS + " GROUP BY noun")
                .param("today", today)
                .query((row, n) -> found.put(Noun.of(row.getString("noun")), row.getLong("n")))
                .list();
        return found;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Wish wish) {
        String[] words = Bigrams.folded(wish.words()).split("\\s+");
        UUID department = wish.department().map(DepartmentId::value).orElse(null);
        return statement
                .param("noun", wish.noun().code())
                .param("state", wish.state())
                .param("words", words)
                .param("bigrams", Bigrams.asked(words))
                .param("sort", wish.sort())
                .param("department", department)
                .param("owner", wish.owner())
                .param("today", LocalDate.now(clock))
                .param("level", wish.level());
    }
}
