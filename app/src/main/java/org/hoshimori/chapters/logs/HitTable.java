package org.hoshimori.chapters.logs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.logarchive.Marks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What reviews found, and the last word on each of it. */
@Repository
class HitTable {

    static final int PAGE = 50;
    private static final int BATCH = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Hits {@code h}, with what was said of them {@code m}, that a {@link Wish} wants. */
    static final String NARROWED = """
             (:rule = '' OR h.rule = :rule) AND (:question = '' OR h.question = :question)
              AND (:mark = '' OR coalesce(m.state, 'none') = :mark)""";

    /** The same of one review, as it found them {@code f}. */
    static final String OF_REVIEW = """
             FROM logs.found f JOIN logs.hit h ON h.id = f.hit LEFT JOIN logs.mark m ON m.id = f.hit
            WHERE f.review = :review AND
            """ + NARROWED;

    private final JdbcClient sql;

    HitTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Which hits are wanted; an empty word wants all.
     *
     * @param mark {@code explained}, {@code incident} or {@code none}
     */
    record Wish(String question, String rule, String mark) {
        static final Wish ALL = new Wish("", "", "");

        /** Fills the places of {@link #NARROWED}. */
        JdbcClient.StatementSpec asked(JdbcClient.StatementSpec statement) {
            return statement.param("rule", rule).param("question", question).param("mark", mark);
        }
    }

    /** Notes what a review found. */
    void insert(UUID review, List<Found> found, Instant now) {
        for (int from = 0; from < found.size(); from += BATCH) {
            insert(review, found.subList(from, Math.min(from + BATCH, found.size())), from, now);
        }
    }

    private void insert(UUID review, List<Found> found, int position, Instant now) {
        sql.sql("""
                INSERT INTO logs.hit (id, rule, question, first_found_at, last_found_at)
                SELECT id, rule, question, :now, :now
                  FROM unnest(CAST(:hits AS text[]), CAST(:rules AS text[]), CAST(:questions AS text[])) AS n (id, rule, question)
                ON CONFLICT (id) DO UPDATE SET last_found_at = excluded.last_found_at""")
                .param("hits", found.stream().map(Found::hit).toArray(String[]::new))
                .param("rules", found.stream().map(Found::rule).toArray(String[]::new))
                .param("questions", found.stream().map(Found::question).toArray(String[]::new))
                .param("now", WorkTable.time(now))
                .update();
        sql.sql("""
                INSERT INTO logs.found (review, hit, position, ja, en, rows)
                SELECT :review, hit, :position + n, ja, en, CAST(rows AS jsonb)
                  FROM unnest(CAST(:hits AS text[]), CAST(:ja AS text[]), CAST(:en AS text[]), CAST(:rows AS text[]))
                       WITH ORDINALITY AS f (hit, ja, en, rows, n)""")
                .param("review", review)
                .param("position", position)
                .param("hits", found.stream().map(Found::hit).toArray(String[]::new))
                .param("ja", found.stream().map(f -> f.sentence("ja")).toArray(String[]::new))
                .param("en", found.stream().map(f -> f.sentence("en")).toArray(String[]::new))
                .param(
                        "rows",
                        found.stream()
                                .map(f -> JSON.writeValueAsString(f.rows()))
                                .toArray(String[]::new))
                .update();
    }

    long count(UUID review, Wish wish) {
        return asked("SELECT count(*)" + OF_REVIEW, review, wish)
                .query(Long.class)
                .single();
    }

    /** A page of hits, those that nobody has marked first. */
    List<Found> page(UUID review, Wish wish, int most, int number) {
        return asked(
                        "SELECT *, m.state AS mark, m.note AS mark_note" + OF_REVIEW
                                + " ORDER BY m.id IS NOT NULL, f.position LIMIT :limit OFFSET :offset",
                        review,
                        wish)
                .param("limit", most)
                .param("offset", (number - 1) * most)
                .query(HitTable::found)
                .list();
    }

    private JdbcClient.StatementSpec asked(String statement, UUID review, Wish wish) {
        return wish.asked(sql.sql(statement).param("review", review));
    }

    Optional<Found> find(UUID review, String hit) {
        return sql.sql(
                        "SELECT *, m.state AS mark, m.note AS mark_note FROM logs.found f JOIN logs.hit h ON h.id = f.hit"
                                + " LEFT JOIN logs.mark m ON m.id = f.hit WHERE f.review = :review AND f.hit = :hit")
                .param("review", review)
                .param("hit", hit)
                .query(HitTable::found)
                .optional();
    }

    /** How many hits of a review bear which mark: {@code explained}, {@code incident}, {@code none}. */
    Map<String, Long> marks(UUID review) {
        return sql
                .sql("""
                SELECT coalesce(m.state, 'none') AS mark, count(*) AS number
                  FROM logs.found f LEFT JOIN logs.mark m ON m.id = f.hit WHERE f.review = :review GROUP BY 1""")
                .param("review", review)
                .query((row, n) -> Map.entry(row.getString("mark"), row.getLong("number")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many hits that nobody has marked each rule has in a review. */
    Map<String, Long> unmarked(UUID review) {
        return sql
                .sql("""
                SELECT h.rule, count(*) AS number FROM logs.found f JOIN logs.hit h ON h.id = f.hit
                 WHERE f.review = :review AND NOT EXISTS (SELECT 1 FROM logs.mark m WHERE m.id = f.hit) GROUP BY h.rule""")
                .param("review", review)
                .query((row, n) -> Map.entry(row.getString("rule"), row.getLong("number")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest sentence on each of these hits, in Japanese or English; without those that no review has found. */
    Map<String, String> sentences(Collection<String> hits, Locale locale) {
        if (hits.isEmpty()) {
            return Map.of();
        }
        Map<String, String> sentences = new HashMap<>();
        sql.sql("""
                SELECT DISTINCT ON (f.hit) f.hit, CASE WHEN :english THEN f.en ELSE f.ja END AS sentence
                  FROM logs.found f JOIN logs.review r ON r.id = f.review
                 WHERE f.hit = ANY (:hits) ORDER BY f.hit, r.held_at DESC""")
                .param("english", locale.getLanguage().equals("en"))
                .param("hits", hits.toArray(String[]::new))
                .query(row -> {
                    sentences.put(row.getString("hit"), row.getString("sentence"));
                });
        return sentences;
    }

    Optional<Mark> mark(String hit) {
        return sql.sql("SELECT id, state, note, said_at, said_by FROM logs.mark WHERE id = :hit")
                .param("hit", hit)
                .query((row, n) -> mark(row, row.getString("id"), row.getString("state"), row.getString("note")))
                .optional();
    }

    /** Says it; false if a word as new has been said. */
    boolean say(Mark mark) {
        return sql.sql("""
                INSERT INTO logs.mark (id, state, note, said_at, said_by) VALUES (:id, :state, :note, :at, :by)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, note = excluded.note, said_at = excluded.said_at,
                  said_by = excluded.said_by WHERE logs.mark.said_at < excluded.said_at""")
                        .param("id", mark.hit())
                        .param("state", mark.code())
                        .param("note", mark.note())
                        .param("at", WorkTable.time(mark.at()))
                        .param("by", mark.by())
                        .update()
                == 1;
    }

    static Found found(ResultSet row, int number) throws SQLException {
        String hit = row.getString("hit");
        String state = row.getString("mark");
        return new Found(
                hit,
                row.getString("rule"),
                row.getString("question"),
                Map.of("ja", row.getString("ja"), "en", row.getString("en")),
                JSON.readValue(row.getString("rows"), new TypeReference<List<Map<String, String>>>() {}),
                row.getObject("first_found_at", OffsetDateTime.class).toInstant(),
                state == null ? null : mark(row, hit, state, row.getString("mark_note")));
    }

    private static Mark mark(ResultSet row, String hit, String state, String note) throws SQLException {
        return new Mark(
                hit,
                Marks.State.valueOf(state),
                note,
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("said_by"));
    }
}
