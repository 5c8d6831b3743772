package org.hoshimori.core.terminals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terminals and their certificates in the database; what was revoked stays. */
@Repository
class TerminalTable {

    private static final String ALL = """
            SELECT t.*, d.number, d.state = 'retired' AS retired
              FROM terminals.terminal t JOIN facts.device d ON d.id = t.device""";
    private static final String NAMED = """

             WHERE (:words = '' OR strpos(lower(d.number || ' ' || t.subject), lower(:words)) > 0)""";

    private final JdbcClient sql;

    TerminalTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if the certificate is in the register, or was. */
    boolean insert(UUID id, ItemId device, Certificate certificate, Instant now) {
        return sql.sql("""
                INSERT INTO terminals.terminal
                       (id, device, fingerprint, serial, subject, issuer, starts_at, expires_at, registered_at)
                VALUES (:id, :device, :fingerprint, :serial, :subject, :issuer, :starts, :expires, :now)
                ON CONFLICT (fingerprint) DO NOTHING""")
                        .param("id", id)
                        .param("device", device.value())
                        .param("fingerprint", certificate.fingerprint())
                        .param("serial", certificate.serial())
                        .param("subject", certificate.subject())
                        .param("issuer", certificate.issuer())
                        .param("starts", at(certificate.startsAt()))
                        .param("expires", at(certificate.expiresAt()))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** False if it was revoked before. */
    boolean revoke(UUID id, String reason, Instant now) {
        return sql.sql(
                                "UPDATE terminals.terminal SET revoked_at = :now, reason = :reason WHERE id = :id AND revoked_at IS NULL")
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    Optional<RegisteredTerminal> find(UUID id) {
        return sql.sql(ALL + " WHERE t.id = :id")
                .param("id", id)
                .query(TerminalTable::terminal)
                .optional();
    }

    Optional<RegisteredTerminal> byFingerprint(String fingerprint) {
        return sql.sql(ALL + " WHERE t.fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(TerminalTable::terminal)
                .optional();
    }

    /** Those of which number or subject holds the words: those in use first, by the end of their time. */
    List<RegisteredTerminal> page(String words, int first, int most) {
        return sql.sql(ALL + NAMED + """

                 ORDER BY t.revoked_at IS NOT NULL, t.expires_at, t.id OFFSET :first LIMIT :most""")
                .param("words", words)
                .param("first", first)
                .param("most", most)
                .query(TerminalTable::terminal)
                .list();
    }

    long count(String words) {
        return sql.sql("""
                SELECT count(*) FROM terminals.terminal t JOIN facts.device d ON d.id = t.device""" + NAMED).param("words", words).query(Long.class).single();
    }

    /** How many in use come to their end before this instant. */
    int ending(Instant before) {
        return sql.sql("""
                SELECT count(*) FROM terminals.terminal t JOIN facts.device d ON d.id = t.device
                 WHERE t.revoked_at IS NULL AND d.state <> 'retired' AND t.expires_at < :before
                   AND NOT EXISTS (SELECT 1 FROM terminals.terminal n WHERE n.device = t.device AND n.revoked_at IS NULL
                                    AND n.expires_at > t.expires_at)""").param("before", at(before)).query(Integer.class).single();
    }

    private static RegisteredTerminal terminal(ResultSet row, int number) throws SQLException {
        return new RegisteredTerminal(
                row.getObject("id", UUID.class),
                new ItemId(row.getObject("device", UUID.class)),
                row.getString("number"),
                row.getBoolean("retired"),
                new Certificate(
                        row.getString("fingerprint"),
                        row.getString("serial"),
                        row.getString("subject"),
                        row.getString("issuer"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("reason"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
