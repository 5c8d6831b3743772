package org.hoshimori.core.regulation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hoshimori.regulation.RegulationSnapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisions in the database. */
@Repository
class Revisions {

    private final JdbcClient sql;

    Revisions(JdbcClient sql) {
        this.sql = sql;
    }

    /** When a revision begins to hold. */
    record Start(int number, Instant effectiveAt) {}

    List<Start> starts() {
        return sql.sql("SELECT number, effective_at FROM regulation.revision ORDER BY effective_at")
                .query((row, n) -> new Start(
                        row.getInt("number"),
                        row.getObject("effective_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Revision read(int number) {
        return sql.sql("SELECT * FROM regulation.revision WHERE number = :number")
                .param("number", number)
                .query((row, n) -> new Revision(
                        row.getInt("number"),
                        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                        row.getString("digest"),
                        RegulationSnapshot.read(row.getBytes("snapshot"))))
                .single();
    }

    /** Locks out every other adoption until the end of the transaction; the next number. */
    int next() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('regulation.revision'))")
                .query((row, n) -> 0)
                .list();
        return sql.sql("SELECT coalesce(max(number), 0) + 1 FROM regulation.revision")
                .query(Integer.class)
                .single();
    }

    void insert(Revision revision, byte[] snapshot, Instant now, String by) {
        sql.sql("""
                INSERT INTO regulation.revision (number, effective_at, adopted_at, adopted_by, digest, snapshot)
                VALUES (:number, :effective, :now, :by, :digest, :snapshot)""")
                .param("number", revision.number())
                .param("effective", OffsetDateTime.ofInstant(revision.effectiveAt(), ZoneOffset.UTC))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by)
                .param("digest", revision.digest())
                .param("snapshot", snapshot)
                .update();
    }
}
