package org.hoshimori.chapters.logs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reviews in the database; none is ever deleted. */
@Repository
class Reviews {

    static final int PAGE = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String STANDING = """
            SELECT r.*, (SELECT count(*) FROM logs.found f WHERE f.review = r.id
                          AND NOT EXISTS (SELECT 1 FROM logs.mark m WHERE m.id = f.hit)) AS unmarked
              FROM logs.review r""";

    private final JdbcClient sql;

    Reviews(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Review review) {
        sql.sql("""
                INSERT INTO logs.review (id, held_at, from_day, until_day, rows, hits, answers)
                VALUES (:id, :at, :from, :until, :rows, :hits, CAST(:answers AS jsonb))""")
                .param("id", review.id())
                .param("at", WorkTable.time(review.at()))
                .param("from", review.from())
                .param("until", review.until())
                .param("rows", review.rows())
                .param("hits", review.hits())
                .param("answers", JSON.writeValueAsString(review.answers()))
                .update();
    }

    Optional<Review> find(UUID id) {
        return sql.sql("SELECT * FROM logs.review WHERE id = :id")
                .param("id", id)
                .query(Reviews::review)
                .optional();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM logs.review").query(Long.class).single();
    }

    /** A review with how many of its hits nobody has marked yet. */
    record Standing(Review review, int unmarked) {}

    List<Standing> page(int number) {
        return sql.sql(STANDING + " ORDER BY r.held_at DESC, r.id LIMIT :limit OFFSET :offset")
                .param("limit", PAGE)
                .param("offset", (number - 1) * PAGE)
                .query(Reviews::standing)
                .list();
    }

    Optional<Standing> standing(UUID id) {
        return sql.sql(STANDING + " WHERE r.id = :id")
                .param("id", id)
                .query(Reviews::standing)
                .optional();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(review(row, number), row.getInt("unmarked"));
    }

    /** Whether these days were reviewed after they were over. */
    boolean covers(LocalDate from, LocalDate until, Instant over) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM logs.review
                                WHERE from_day <= :from AND until_day >= :until AND held_at >= :over)""")
                .param("from", from)
                .param("until", until)
                .param("over", WorkTable.time(over))
                .query(Boolean.class)
                .single();
    }

    /** Notes that a reviewer is through; false if somebody was before. */
    boolean close(UUID id, String note, String by, Instant now) {
        return sql.sql("""
                UPDATE logs.review SET closed_at = :now, closed_by = :by, note = :note
                 WHERE id = :id AND closed_at IS NULL""")
                        .param("id", id)
                        .param("now", WorkTable.time(now))
                        .param("by", by)
                        .param("note", note)
                        .update()
                == 1;
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getLong("rows"),
                row.getInt("hits"),
                JSON.readValue(row.getString("answers"), new TypeReference<List<Review.Answer>>() {}),
                closed == null ? null : closed.toInstant(),
                Objects.requireNonNullElse(row.getString("closed_by"), ""),
                row.getString("note"));
    }
}
