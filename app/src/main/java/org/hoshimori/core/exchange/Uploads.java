package org.hoshimori.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.sheets.Review;
import org.hoshimori.core.sheets.SheetFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Tables on their way in, each for the one who has sent it; in the database, so that any node can go on with it. */
@Repository
class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final JdbcClient sql;
    private final Clock clock;

    Uploads(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Removes what a day has passed over, taken in or not. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 30_000)
    void tidy() {
        sql.sql("DELETE FROM exchange.upload WHERE sent_at < :old")
                .param("old", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    UUID keep(String register, String name, byte[] content, Actor by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO exchange.upload (id, register, sent_by, sent_at, name, sha256, content)
                VALUES (:id, :register, :by, :now, :name, :sha256, :content)""")
                .param("id", id)
                .param("register", register)
                .param("by", by.id())
                .param("now", now)
                .param("name", name.substring(Math.max(0, name.length() - LONGEST_NAME)))
                .param("sha256", HexFormat.of().formatHex(BackupKey.sha256().digest(content)))
                .param("content", content)
                .update();
        return id;
    }

    /** Only for whoever has sent it. */
    Optional<Upload> find(UUID id, String register, Actor by) {
        return sql.sql("""
                SELECT id, register, name, sha256, added, changed, same, left_out FROM exchange.upload
                 WHERE id = :id AND register = :register AND sent_by = :by""")
                .param("id", id)
                .param("register", register)
                .param("by", by.id())
                .query(Uploads::upload)
                .optional();
    }

    SheetFile.Outcome read(UUID id) {
        try {
            Path file = Files.createTempFile("hoshimori-table", "");
            try {
                List<InputStream> content = sql.sql("SELECT content FROM exchange.upload WHERE id = :id")
                        .param("id", id)
                        .query((row, n) -> row.getBinaryStream("content"))
                        .list();
                for (InputStream in : content) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
                return SheetFile.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void taken(UUID id, Review.Counts counts) {
        sql.sql("""
                UPDATE exchange.upload
                   SET content = NULL, added = :added, changed = :changed, same = :same, left_out = :leftOut
                 WHERE id = :id""")
                .param("id", id)
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("same", counts.same())
                .param("leftOut", counts.refused())
                .update();
    }

    void drop(UUID id) {
        sql.sql("DELETE FROM exchange.upload WHERE id = :id").param("id", id).update();
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        int added = row.getInt("added");
        Optional<Review.Counts> taken = row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new Review.Counts(added, row.getInt("changed"), row.getInt("same"), row.getInt("left_out")));
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("register"),
                row.getString("name"),
                row.getString("sha256"),
                taken);
    }
}
