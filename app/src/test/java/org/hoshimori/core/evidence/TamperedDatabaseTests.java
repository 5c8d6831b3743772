package org.hoshimori.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.hoshimori.proof.HeadLine;
import org.hoshimori.proof.Notice;
import org.hoshimori.proof.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever owns the database, but has no key, changes it at random; every change is told. The clock jumps meanwhile. */
class TamperedDatabaseTests {

    private static final int SEALED = 40;
    private static final int UNSEALED = 10;

    @TempDir
    private Path temp;

    private final Random random = new Random(20_261_125);
    private final List<String> files = new ArrayList<>();
    private DataFolder data = new DataFolder(Path.of("/"));
    private EmbeddedPostgres postgres;
    private LogIn owner = new LogIn("", "", "");

    private record Happened(Actor by, String subject, Map<String, Object> detail) implements Evident {
        @Override
        public String act() {
            return "test.happened/1";
        }
    }

    /** Goes back and forth by hours. */
    private static final class Jumping extends Clock {

        private final Random random = new Random(7);

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2026-11-25T00:00:00Z").plus(Duration.ofSeconds(random.nextInt(-90_000, 90_000)));
        }
    }

    @BeforeEach
    void keepARecord() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        data = DataFolder.open(temp.resolve("data"));
        postgres = EmbeddedPostgres.start(data.postgres(), EmbeddedPostgres.Options.standard());
        owner = new LogIn(
                postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password());
        Database.open(owner, new Secrets(data));
        Keys keys = new Keys(data);
        Clock clock = new Jumping();
        ContentFiles content = new ContentFiles(data);
        try (Connection connection = Database.connect(owner)) {
            Offline offline = Offline.on(connection);
            TransactionTemplate transaction = new TransactionTemplate(offline.transactions());
            Recorder recorder = new Recorder(offline.entries(), keys, i -> null, clock);
            Sealer sealer = new Sealer(
                    offline.entries(), offline.heads(), offline.epochs(), keys, offline.sql(), transaction, clock);
            for (int i = 0; i < SEALED + UNSEALED; i++) {
                Map<String, Object> detail = Map.of("words", "起きた", "count", i);
                if (i % 10 == 0) {
                    try (ContentFiles.Coming coming =
                            content.receive(new ByteArrayInputStream(("file " + i).getBytes()), 100)) {
                        content.keep(coming);
                        files.add(coming.sha256());
                        detail = Map.of("attachments", List.of(Map.of("sha256", coming.sha256())));
                    }
                }
                Happened happened = new Happened(Actor.system("test"), "test:" + i, detail);
                transaction.executeWithoutResult(t -> recorder.record(happened));
                if (i < SEALED && i % 4 == 3) {
                    sealer.seal();
                    sealer.seal();
                }
            }
        }
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void tellsAThousandChanges() throws Exception {
        List<HeadLine> heads = new Keys(data).heads().lines();
        assertThat(heads).hasSizeGreaterThan(5);
        try (Connection connection = Database.connect(owner)) {
            connection.setAutoCommit(false);
            Report before = verify(connection, heads);
            assertThat(before.faults()).isEmpty();
            assertThat(before.notices()).isEmpty();
            assertThat(before.entries()).isEqualTo(SEALED + UNSEALED);
            for (int i = 0; i < 1_000; i++) {
                String told = i % 20 == 19 ? spoilAFile(connection, heads) : spoilARow(connection, heads);
                assertThat(told).as("change " + i).isEmpty();
            }
            assertThat(verify(connection, heads).faults()).as("all was undone").isEmpty();
        }
    }

    /** Empty if verification tells it. */
    private String spoilARow(Connection connection, List<HeadLine> heads) throws SQLException, IOException {
        String change = change();
        int changed;
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE evidence.detail DROP CONSTRAINT detail_sequence_fkey");
            changed = 0;
            for (String act : change.split(";")) {
                changed += statement.executeUpdate(act);
            }
        }
        Report report = verify(connection, heads);
        connection.rollback();
        boolean told = !report.clean() || report.notices().stream().anyMatch(Notice.SequencesOpen.class::isInstance);
        return told ? "" : change + " (" + changed + " rows)";
    }

    private String change() {
        int sequence = random.nextInt(1, SEALED + UNSEALED + 1);
        int other = 1 + (sequence - 1 + random.nextInt(1, SEALED + UNSEALED)) % (SEALED + UNSEALED);
        int head = random.nextInt(1, 6);
        String hash = List.of("commitment", "leaf", "mac").get(random.nextInt(3));
        String text = List.of("actor", "act", "subject").get(random.nextInt(3));
        String where = " WHERE sequence = " + sequence;
        return switch (random.nextInt(16)) {
            case 0, 1 -> "UPDATE evidence.entry SET " + hash + " = " + flipped(hash, 32) + where;
            case 2 -> "UPDATE evidence.detail SET salt = " + flipped("salt", 32) + where;
            case 3 -> "UPDATE evidence.detail SET detail = " + flipped("detail", 20) + where;
            case 4 -> "UPDATE evidence.entry SET " + text + " = " + text + " || 'x'" + where;
            case 5 ->
                "UPDATE evidence.entry SET time = time + interval '" + random.nextInt(1, 9) + " microseconds'" + where;
            case 6 -> "UPDATE evidence.entry SET demo = NOT demo, epoch = epoch + " + random.nextInt(2) + where;
            case 7 -> "UPDATE evidence.entry SET clause = 'ast-2'" + where;
            case 8 -> "DELETE FROM evidence.detail" + where + ";DELETE FROM evidence.entry" + where;
            case 9 -> "DELETE FROM evidence.detail" + where;
            case 10 ->
                "INSERT INTO evidence.entry SELECT sequence + 1000, epoch, time, actor, act, subject, clause, revision, demo,"
                        + " commitment, leaf, mac FROM evidence.entry" + where;
            case 11 -> swap("entry", sequence, other);
            case 12 -> swap("detail", sequence, other);
            case 13 ->
                "UPDATE evidence.head SET "
                        + List.of(
                                        "line = replace(line, '\"size\"', '\"sizes\"')",
                                        "line = replace(line, '\"root\":\"', '\"root\":\"0')",
                                        "size = size + 1000",
                                        "sequence = sequence + 1",
                                        "epoch = epoch + 1",
                                        "frontier = '{}'",
                                        "frontier[1] = " + flipped("frontier[1]", 32))
                                .get(random.nextInt(7))
                        + " WHERE number = " + head;
            case 14 -> "DELETE FROM evidence.head WHERE number = " + head;
            default ->
                "INSERT INTO evidence.head SELECT number + 100, epoch + 5, size, sequence, line, frontier FROM evidence.head"
                        + " WHERE number = " + head;
        };
    }

    private String flipped(String column, int length) {
        int at = random.nextInt(length);
        return "set_byte(" + column + ", " + at + ", get_byte(" + column + ", " + at + ") # " + (1 << random.nextInt(8))
                + ")";
    }

    private static String swap(String table, int one, int other) {
        String update = "UPDATE evidence." + table + " SET sequence = ";
        return update + "-1 WHERE sequence = " + one + ";" + update + one + " WHERE sequence = " + other + ";" + update
                + other + " WHERE sequence = -1";
    }

    private String spoilAFile(Connection connection, List<HeadLine> heads) throws IOException, SQLException {
        String name = files.get(random.nextInt(files.size()));
        Path file = data.files().resolve(name.substring(0, 2)).resolve(name);
        Path aside = Files.copy(file, temp.resolve("aside"), StandardCopyOption.REPLACE_EXISTING);
        if (random.nextBoolean()) {
            Files.delete(file);
        } else {
            byte[] content = Files.readAllBytes(file);
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, content);
        }
        Report report = verify(connection, heads);
        connection.rollback();
        Files.copy(aside, file, StandardCopyOption.REPLACE_EXISTING);
        return report.faults().stream().anyMatch(f -> f.problem().arguments().contains(name)) ? "" : name;
    }

    private Report verify(Connection connection, List<HeadLine> heads) throws IOException {
        Offline offline = Offline.on(connection);
        return new RecordProof(
                        offline.entries(),
                        offline.heads(),
                        offline.epochs(),
                        Keys.existing(data),
                        new ContentFiles(data),
                        offline.sql(),
                        offline.transactions(),
                        Clock.systemUTC())
                .verify(heads, List.of());
    }
}
