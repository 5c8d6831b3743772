package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pages of the register: searched, filtered, sorted and counted in the database, and only over what whoever asks may see. */
@Repository
@Transactional(readOnly = true)
class AssetList {

    /** Rows of a page. */
    static final int PAGE = 50;

    private static final int MOST_PAGES = 1_000_000;
    private static final int MOST_WORDS = 8;

    private final JdbcClient sql;
    private final Clock clock;

    AssetList(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a page is sorted by. */
    enum Order implements Coded {
        /** The code. */
        CODE("code", "code"),
        /** The name. */
        NAME("name", "name, id"),
        /** The most confidential first. */
        CONFIDENTIALITY("confidentiality", "confidentiality DESC, code"),
        /** The most important first. */
        IMPORTANCE("importance", "importance DESC, code"),
        /** What need not be kept any longer first. */
        RETENTION("retention", "retained_until, code"),
        /** The latest change first. */
        CHANGED("changed", "changed_at DESC, id");

        private final String code;
        private final String columns;

        Order(String code, String columns) {
            this.code = code;
            this.columns = columns;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * What is asked for.
     *
     * @param words parts of name, code, business area, note or place
     * @param filters what else must hold; a value that a filter does not know is left out
     * @param page from 1; one outside of what there can be is the nearest that can
     */
    record Wish(String words, Map<Filter, String> filters, Order order, int page) {

        Wish {
            words = words.strip();
            page = Math.clamp(page, 1, MOST_PAGES);
        }

        /** As the list's address says it. */
        static Wish of(Map<String, String> asked) {
            Map<Filter, String> filters = new EnumMap<>(Filter.class);
            for (Filter filter : Filter.values()) {
                filter.read(asked.getOrDefault(filter.code(), "")).ifPresent(value -> filters.put(filter, value));
            }
            String page = asked.getOrDefault("page", "");
            return new Wish(
                    asked.getOrDefault("q", ""),
                    filters,
                    Coded.find(Order.class, asked.getOrDefault("order", "")).orElse(Order.CODE),
                    page.matches("\\d{1,7}") ? Integer.parseInt(page) : 1);
        }

        /** The value of a filter, or empty. */
        public String value(String code) {
            return filters.entrySet().stream()
                    .filter(e -> e.getKey().code().equals(code))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A page of assets.
     *
     * @param byValue how many of all that is found have each value of confidentiality
     */
    record Page(List<Asset> assets, Map<Integer, Long> byValue, int number) {

        /** How many there are in all. */
        public long total() {
            return byValue.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many pages there are, at least 1. */
        public int pages() {
            return (int) Math.max(1, (total() + PAGE - 1) / PAGE);
        }
    }

    /** The page that is wished for. */
    Page page(Wish wish, Viewer viewer) {
        return new Page(rows(wish, viewer, PAGE, (wish.page() - 1) * PAGE), byValue(wish, viewer), wish.page());
    }

    /** So many of what is wished for, whatever the page. */
    List<Asset> rows(Wish wish, Viewer viewer, int most, int after) {
        String order = " ORDER BY " + wish.order().columns;
        return bound(
                        "SELECT " + AssetTable.SAID + " FROM assets.asset WHERE id = ANY (ARRAY("
                                + "SELECT id FROM assets.asset" + where(wish, viewer) + order
                                + " LIMIT :limit OFFSET :offset))" + order,
                        wish,
                        viewer)
                .param("limit", most)
                .param("offset", after)
                .query(AssetTable::asset)
                .list();
    }

    /** How much is wished for, whatever the page. */
    long count(Wish wish, Viewer viewer) {
        return bound("SELECT count(*) FROM assets.asset" + where(wish, viewer), wish, viewer)
                .query(Long.class)
                .single();
    }

    /** All of what is wished for, in parts, as the database finds it; within a transaction. */
    void each(Wish wish, Viewer viewer, int atATime, Consumer<List<Asset>> parts) {
        List<Asset> part = new ArrayList<>(atATime);
        try (Stream<Asset> all = bound(
                "SELECT " + AssetTable.SAID + " FROM assets.asset" + where(wish, viewer) + " ORDER BY "
                        + wish.order().columns,
                wish,
                viewer)
                .withFetchSize(atATime)
                .query(AssetTable::asset)
                .stream()) {
            all.forEach(asset -> {
                part.add(asset);
                if (part.size() == atATime) {
                    parts.accept(List.copyOf(part));
                    part.clear();
                }
            });
        }
        parts.accept(List.copyOf(part));
    }

    private Map<Integer, Long> byValue(Wish wish, Viewer viewer) {
        Map<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        bound(
                        "SELECT confidentiality, count(*) AS n FROM assets.asset" + where(wish, viewer)
                                + " GROUP BY confidentiality",
                        wish,
                        viewer)
                .query((row, n) -> counts.put(row.getInt("confidentiality"), row.getLong("n")))
                .list();
        return counts;
    }

    // What is not asked for is left out: the database would work it out for every row.
    private static String where(Wish wish, Viewer viewer) {
        StringBuilder where = new StringBuilder(" WHERE ").append(viewer.condition());
        if (!wish.filters().containsKey(Filter.STATE)) {
            where.append(" AND state <> 'gone'");
        }
        wish.filters().forEach((filter, value) -> where.append(" AND ").append(filter.condition(value)));
        int words = words(wish).length;
        if (words > 0) {
            where.append(" AND bigrams @> CAST(:bigrams AS text[])");
        }
        for (int i = 0; i < words; i++) {
            where.append(" AND strpos(searched, :word").append(i).append(") > 0");
        }
        return where.toString();
    }

    private JdbcClient.StatementSpec bound(String statement, Wish wish, Viewer viewer) {
        String[] words = words(wish);
        Map<String, Object> values = new TreeMap<>();
        wish.filters().forEach((filter, value) -> values.put(filter.code(), value));
        for (int i = 0; i < words.length; i++) {
            values.put("word" + i, words[i]);
        }
        return sql.sql(statement)
                .params(values)
                .param("own", viewer.own().stream().map(DepartmentId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .param("bigrams", Bigrams.asked(words));
    }

    private static String[] words(Wish wish) {
        return Arrays.stream(Bigrams.folded(wish.words()).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .limit(MOST_WORDS)
                .toArray(String[]::new);
    }
}
