package org.hoshimori.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.Hash;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.Json;
import org.hoshimori.proof.MacKey;

/** Fills the record in bulk with entries that verify: salted, under the MAC, in sequence; the running server seals them. */
final class Seed {

    private static final int AT_A_TIME = 2_000;
    private static final int KINDS = 6;

    private Seed() {}

    static void entries(Served served, int count) throws IOException, SQLException {
        MacKey key = MacKey.of(served.macKey());
        try (Connection connection = served.database()) {
            List<String> people = people(connection);
            connection.setAutoCommit(false);
            for (int done = 0; done < count; done += AT_A_TIME) {
                write(connection, people, sequences(connection), key);
                connection.commit();
            }
        }
    }

    private static List<String> people(Connection connection) throws SQLException {
        List<String> people = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 'person:' || id FROM organization.person")) {
            while (row.next()) {
                people.add(row.getString(1));
            }
        }
        return people;
    }

    private static List<Long> sequences(Connection connection) throws SQLException {
        List<Long> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            // The transaction's number before any sequence, as the server itself does it.
            statement.execute("SELECT pg_current_xact_id()");
            try (ResultSet row = statement.executeQuery(
                    "SELECT nextval('evidence.entry_sequence') FROM generate_series(1, " + AT_A_TIME + ")")) {
                while (row.next()) {
                    sequences.add(row.getLong(1));
                }
            }
        }
        return sequences;
    }

    private static void write(Connection connection, List<String> people, List<Long> sequences, MacKey key)
            throws SQLException {
        try (PreparedStatement entries = connection.prepareStatement("""
                        INSERT INTO evidence.entry
                          (sequence, epoch, time, actor, act, subject, clause, revision, demo, commitment, leaf, mac)
                        VALUES (?, 1, ?, ?, ?, ?, ?, 'revision:0', false, ?, ?, ?)""");
                PreparedStatement details = connection.prepareStatement(
                        "INSERT INTO evidence.detail (sequence, salt, detail) VALUES (?, ?, ?)")) {
            for (long sequence : sequences) {
                Instant time = Header.micros(Instant.now());
                String actor = people.get((int) (sequence % people.size()));
                String subject = people.get((int) (sequence * 31 % people.size()));
                String act = "bench.act-" + sequence % KINDS + "/1";
                Header header = new Header(sequence, 1, time, actor, act, subject, "acc-9.3", "revision:0", false);
                Entry entry = Entry.record(header, Json.object().with("n", Json.of(sequence)), key);
                entries.setLong(1, sequence);
                entries.setObject(2, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
                entries.setString(3, actor);
                entries.setString(4, act);
                entries.setString(5, subject);
                entries.setString(6, "acc-9.3");
                entries.setBytes(7, entry.commitment().bytes());
                entries.setBytes(8, entry.leaf().bytes());
                Hash mac = entry.mac();
                entries.setBytes(9, mac == null ? null : mac.bytes());
                entries.addBatch();
                details.setLong(1, sequence);
                details.setBytes(2, entry.salt());
                details.setBytes(3, entry.detail());
                details.addBatch();
            }
            entries.executeBatch();
            details.executeBatch();
        }
    }
}
