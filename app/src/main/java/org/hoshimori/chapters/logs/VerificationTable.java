package org.hoshimori.chapters.logs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Verifications in the database; none is ever deleted. */
@Repository
class VerificationTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    VerificationTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Verified verified) {
        sql.sql("""
                INSERT INTO logs.verification (id, verified_at, intact, head, entries, files, rows, bytes, gaps, early, faults)
                VALUES (:id, :at, :intact, :head, :entries, :files, :rows, :bytes, :gaps, :early, CAST(:faults AS jsonb))
                ON CONFLICT (id) DO NOTHING""")
                .param("id", verified.id())
                .param("at", WorkTable.time(verified.at()))
                .param("intact", verified.intact())
                .param("head", verified.head())
                .param("entries", verified.entries())
                .param("files", verified.files())
                .param("rows", verified.rows())
                .param("bytes", verified.bytes())
                .param("gaps", verified.gaps())
                .param("early", verified.early())
                .param("faults", JSON.writeValueAsString(verified.flaws()))
                .update();
    }

    Optional<Verified> newest() {
        return newest(1).stream().findFirst();
    }

    List<Verified> newest(int most) {
        return page(most, 0);
    }

    /** So many, the newest first, after so many. */
    List<Verified> page(int most, long after) {
        return sql.sql("SELECT * FROM logs.verification ORDER BY verified_at DESC, id LIMIT :most OFFSET :after")
                .param("most", most)
                .param("after", after)
                .query(VerificationTable::verified)
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM logs.verification")
                .query(Long.class)
                .single();
    }

    Optional<Verified> find(UUID id) {
        return sql.sql("SELECT * FROM logs.verification WHERE id = :id")
                .param("id", id)
                .query(VerificationTable::verified)
                .optional();
    }

    /** Notes who has seen it; empty if somebody has before, or if there is no such verification. */
    Optional<Verified> confirm(UUID id, String note, String by, Instant now) {
        return sql.sql("""
                UPDATE logs.verification SET confirmed_at = :now, confirmed_by = :by, note = :note
                 WHERE id = :id AND confirmed_at IS NULL RETURNING *""")
                .param("id", id)
                .param("now", WorkTable.time(now))
                .param("by", by)
                .param("note", note)
                .query(VerificationTable::verified)
                .optional();
    }

    private static Verified verified(ResultSet row, int number) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Verified(
                row.getObject("id", UUID.class),
                row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("intact"),
                row.getString("head"),
                row.getLong("entries"),
                row.getLong("files"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getInt("gaps"),
                row.getInt("early"),
                JSON.readValue(row.getString("faults"), new TypeReference<List<Verified.Flaw>>() {}),
                confirmed == null ? null : confirmed.toInstant(),
                Objects.requireNonNullElse(row.getString("confirmed_by"), ""),
                row.getString("note"));
    }
}
