package org.hoshimori.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.proof.EvidencePackage;
import org.hoshimori.proof.Fault;
import org.hoshimori.proof.PackageLimits;
import org.hoshimori.proof.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RecordTests {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Recorder recorder;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RecordProof proof;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    private record Happened(Actor by, String subject) implements Evident {
        @Override
        public String act() {
            return "test.happened/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("words", "起きた", "count", 3);
        }
    }

    @Test
    void keepsWhatHappenedInItsTransaction() {
        String subject = happened();
        assertThat(count(subject)).isEqualTo(1);
        String undone = "test:" + UUID.randomUUID();
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new Happened(Actor.system("test"), undone));
            t.setRollbackOnly();
        });
        assertThat(count(undone)).isZero();
        assertThatThrownBy(() -> events.publishEvent(new Happened(Actor.system("test"), undone)))
                .hasMessageContaining("outside of a transaction");
    }

    @Test
    void keepsWhatHappenedTogetherInItsOrder() throws Exception {
        List<String> subjects = IntStream.range(0, 450)
                .mapToObj(i -> "test:" + UUID.randomUUID())
                .toList();
        transaction.executeWithoutResult(t -> {
            int told = recorder.together(() -> {
                subjects.forEach(s -> events.publishEvent(new Happened(Actor.system("test"), s)));
                assertThat(count(subjects.get(399))).isEqualTo(1);
                assertThat(count(subjects.get(400))).as("waits for others").isZero();
                return subjects.size();
            });
            assertThat(told).isEqualTo(450);
            assertThat(count(subjects.getLast())).isEqualTo(1);
        });
        assertThat(sql.sql("SELECT subject FROM evidence.entry WHERE subject = ANY (:subjects) ORDER BY sequence")
                        .param("subjects", subjects.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .isEqualTo(subjects);
        assertThat(proof.verify().faults()).isEmpty();
    }

    @Test
    void keepsOrForgetsWhatHappenedTogetherWithItsOwnTransaction() {
        String undone = "test:" + UUID.randomUUID();
        String other = "test:" + UUID.randomUUID();
        TransactionTemplate apart =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(t -> {
            recorder.together(() -> {
                events.publishEvent(new Happened(Actor.system("test"), undone));
                apart.executeWithoutResult(_ -> events.publishEvent(new Happened(Actor.system("test"), other)));
                return count(other);
            });
            t.setRollbackOnly();
        });
        assertThat(count(undone)).isZero();
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void keepsWhatHappenedBeforeAnErrorThatStoppedNothing() {
        String subject = "test:" + UUID.randomUUID();
        transaction.executeWithoutResult(_ -> assertThatThrownBy(() -> recorder.together(() -> {
                    events.publishEvent(new Happened(Actor.system("test"), subject));
                    throw new IllegalStateException("caught outside");
                }))
                .hasMessage("caught outside"));
        assertThat(count(subject)).isEqualTo(1);
    }

    @Test
    void namesTheRevisionInForce() {
        assertThat(sql.sql("SELECT revision FROM evidence.entry WHERE subject = :subject")
                        .param("subject", happened())
                        .query(String.class)
                        .single())
                .isEqualTo("revision:0");
    }

    @Test
    void sealsAlsoAcrossSequencesThatNobodyUsed() throws Exception {
        happened();
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new Happened(Actor.system("test"), "test:gap"));
            t.setRollbackOnly();
        });
        String last = happened();
        sealed(last);
        Report report = proof.verify();
        assertThat(report.faults()).isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM evidence.entry WHERE act = 'evidence.sequence-unused/1'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void waitsForAnActThatIsStillUnderWay() throws Exception {
        sealed(happened());
        String subject = "test:" + UUID.randomUUID();
        // Nothing that begins later has ended yet: no snapshot tells that this transaction runs, only that none after
        // it ended.
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new Happened(Actor.system("test"), subject));
            ExecutorService others = Executors.newSingleThreadExecutor();
            try {
                for (int i = 0; i < 3; i++) {
                    others.submit(sealer::seal).get(10, TimeUnit.SECONDS);
                }
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError("the sealer meddles with an act that is under way", e);
            } finally {
                others.shutdownNow();
            }
        });
        sealed(subject);
        assertThat(proof.verify().faults()).isEmpty();
    }

    @Test
    void letsTheApplicationChangeNothing() {
        for (String act : new String[] {
            "UPDATE evidence.entry SET actor = 'person:x'",
            "DELETE FROM evidence.entry",
            "DELETE FROM evidence.detail",
            "UPDATE evidence.head SET line = ''",
            "TRUNCATE evidence.entry CASCADE"
        }) {
            assertThatThrownBy(() -> run(Installation.app(), act)).as(act).hasMessageContaining("permission denied");
        }
    }

    @Test
    void namesWhatAForgerChanged() throws Exception {
        String subject = happened();
        sealed(subject);
        long sequence = sequence(subject);
        run(Installation.owner(), "UPDATE evidence.entry SET actor = 'person:forged' WHERE sequence = " + sequence);
        try {
            assertThat(proof.verify().faults()).contains(new Fault.EntryChanged(sequence, Fault.Part.HEADER));
        } finally {
            run(Installation.owner(), "UPDATE evidence.entry SET actor = 'system:test' WHERE sequence = " + sequence);
        }
        assertThat(proof.verify().faults()).isEmpty();
    }

    @Test
    void handsOutAPackageThatProvesItself() throws Exception {
        sealed(happened());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        proof.export(out, Actor.system("test"));
        Path file = temp.resolve("package.zip");
        Files.write(file, out.toByteArray());
        try (EvidencePackage evidence = EvidencePackage.open(file, PackageLimits.usual())) {
            Report report = evidence.verify(evidence.keys(), java.util.List.of());
            assertThat(report.faults()).isEmpty();
            assertThat(report.entries()).isPositive();
        }
    }

    private String happened() {
        String subject = "test:" + UUID.randomUUID();
        transaction.executeWithoutResult(t -> events.publishEvent(new Happened(Actor.system("test"), subject)));
        return subject;
    }

    /** Seals until this entry is under a head: the sealer runs twice at least, since it waits for what was under way. */
    private void sealed(String subject) {
        long wanted = sequence(subject);
        for (int i = 0; i < 200; i++) {
            sealer.seal();
            long done = sql.sql("SELECT coalesce(max(sequence), 0) FROM evidence.head")
                    .query(Long.class)
                    .single();
            if (done >= wanted) {
                return;
            }
        }
        throw new AssertionError(subject + " is not sealed");
    }

    private long sequence(String subject) {
        return sql.sql("SELECT sequence FROM evidence.entry WHERE subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private long count(String subject) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static void run(LogIn logIn, String act) throws SQLException {
        try (Connection connection = DriverManager.getConnection(logIn.url(), logIn.user(), logIn.password());
                Statement statement = connection.createStatement()) {
            statement.execute(act);
        }
    }
}
