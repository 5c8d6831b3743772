package org.hoshimori.chapters.logs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hits in an order that marks don't change: those of a review as it found them, or all, each as the newest review tells it. */
@Repository
class HitList {

    static final int PAGE = 20;

    private static final String TOLD = """
            SELECT f.review, f.hit, f.ja, f.en, f.rows, h.rule, h.question, h.first_found_at,
                   m.state AS mark, m.note AS mark_note, m.said_at, m.said_by""";

    private static final String OF_ALL =
            " FROM logs.hit h LEFT JOIN logs.mark m ON m.id = h.id WHERE " + HitTable.NARROWED;

    private static final String NEWEST = """
             JOIN LATERAL (SELECT f.* FROM logs.found f JOIN logs.review r ON r.id = f.review
                            WHERE f.hit = h.id ORDER BY r.held_at DESC, r.id LIMIT 1) f ON true
             LEFT JOIN logs.mark m ON m.id = h.id""";

    private final JdbcClient sql;

    HitList(JdbcClient sql) {
        this.sql = sql;
    }

    /** A hit and the review that tells it so. */
    record Told(UUID review, Found found) {}

    long count(Optional<UUID> review, HitTable.Wish wish) {
        return asked("SELECT count(*)" + (review.isPresent() ? HitTable.OF_REVIEW : OF_ALL), review, wish)
                .query(Long.class)
                .single();
    }

    List<Told> page(Optional<UUID> review, HitTable.Wish wish, int number) {
        String statement = review.isPresent()
                ? TOLD + HitTable.OF_REVIEW + " ORDER BY f.position LIMIT :limit OFFSET :offset"
                // Only of those on the page the newest review is looked for.
                : TOLD + " FROM (SELECT h.*" + OF_ALL
                        + " ORDER BY h.first_found_at DESC, h.id LIMIT :limit OFFSET :offset) h " + NEWEST
                        + " ORDER BY h.first_found_at DESC, h.id";
        return asked(statement, review, wish)
                .param("limit", PAGE)
                .param("offset", (number - 1L) * PAGE)
                .query(HitList::told)
                .list();
    }

    private JdbcClient.StatementSpec asked(String statement, Optional<UUID> review, HitTable.Wish wish) {
        return wish.asked(sql.sql(statement).param("review", review.orElse(null)));
    }

    /** One, as the newest review that found it tells it. */
    Optional<Told> find(String hit) {
        return sql.sql(TOLD + " FROM logs.hit h " + NEWEST + " WHERE h.id = :hit")
                .param("hit", hit)
                .query(HitList::told)
                .optional();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(row.getObject("review", UUID.class), HitTable.found(row, number));
    }
}
