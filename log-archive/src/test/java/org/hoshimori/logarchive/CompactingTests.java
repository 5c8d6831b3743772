package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.hoshimori.logarchive.Entry.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files become one, and nothing else changes. */
class CompactingTests {

    private static final String ALL =
            "SELECT source, day, count(*), sum(hash(log)::HUGEINT)::VARCHAR FROM log GROUP BY ALL ORDER BY ALL";

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void manySmallFiles() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
        for (int file = 0; file < 6; file++) {
            StringBuilder text = new StringBuilder("not a line " + file + "\n");
            for (int i = 0; i < 100; i++) {
                text.append("%d.000 1 10.0.0.%d TCP_MISS/200 %d GET http://a.example/%d - DIRECT/192.0.2.1 text/html%n"
                        .formatted(1_461_576_382L + file * 10_000L + i * 100L, i % 7, i, file));
            }
            Importing.run(
                    archive,
                    new Importing.Options("squid", "proxy", java.time.ZoneId.of("Asia/Tokyo"), Formats.shipped()),
                    List.of(Bench.file(folder, file + ".log", text.toString())),
                    outcome -> {});
        }
    }

    private List<Fault> faults() throws IOException {
        return Verification.of(archive, Duration.ofDays(9), "").faults();
    }

    @Test
    void keepsEveryRowAndSaysSoInTheManifest() throws IOException {
        List<List<Object>> rows = Bench.ask(archive, ALL);
        Statistics.Result before = Statistics.of(archive);
        Compacting.Result result = Compacting.of(archive);
        assertThat(rows).hasSize(2);
        assertThat(result.days()).as("the other day has one file").isEqualTo(1);
        assertThat(result.before()).isEqualTo(6);
        assertThat(Bench.ask(archive, ALL)).isEqualTo(rows);
        assertThat(faults()).isEmpty();
        Statistics.Result after = Statistics.of(archive);
        assertThat(after.rows()).isEqualTo(before.rows()).isEqualTo(600);
        assertThat(after.sources()).singleElement().satisfies(s -> {
            assertThat(s.days()).isEqualTo(2);
            assertThat(s.rawBytes()).isEqualTo(before.rawBytes());
        });
        assertThat(after.files()).isEqualTo(2 + 6L);
        assertThat(Bench.ask(archive, "SELECT count(*) FROM aside")).isEqualTo(List.of(List.of(6L)));
        assertThat(Compacting.of(archive).days()).as("once is enough").isZero();
        // The same files again are still known.
        Bench.imported(archive, folder.resolve("3.log"));
        assertThat(Bench.ask(archive, ALL)).isEqualTo(rows);
    }

    @Test
    void touchesNoDayWithAFileThatWasChanged() throws IOException {
        Sealed one = Archive.present(archive.manifest()).values().stream()
                .filter(f -> f.path().startsWith("rows/"))
                .findFirst()
                .orElseThrow();
        Path path = archive.folder().resolve(one.path());
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
        Compacting.Result result = Compacting.of(archive);
        assertThat(result.changed()).containsExactly(one.path());
        assertThat(faults()).extracting(Fault::kind).containsExactly(Fault.Kind.CHANGED);
    }

    @Test
    void finishesWhatACrashLeftUndone() throws IOException {
        List<List<Object>> rows = Bench.ask(archive, ALL);
        Path copy = folder.resolve("copy");
        for (Sealed file : Archive.present(archive.manifest()).values()) {
            Path to = copy.resolve(file.path());
            Files.createDirectories(to.getParent());
            Files.copy(archive.folder().resolve(file.path()), to);
        }
        Compacting.of(archive);
        // As if the power had gone after the manifest's line: the new file not yet moved, the old ones still there.
        for (Entry entry : archive.manifest().entries()) {
            if (entry instanceof Entry.Compacted compacted) {
                String made = compacted.into().getFirst().path();
                Files.move(archive.folder().resolve(made), archive.made(made));
                for (Sealed old : compacted.files()) {
                    Files.copy(copy.resolve(old.path()), archive.folder().resolve(old.path()));
                }
            }
        }
        assertThat(faults()).isEmpty();
        assertThat(Bench.ask(archive, ALL)).isEqualTo(rows);
    }

    @Test
    void isPurgedInItsTime() throws IOException {
        Compacting.of(archive);
        Period three = Period.ofYears(3);
        assertThat(Purging.of(archive, three, three, Instant.parse("2019-04-26T00:00:00Z"), false)
                        .rows())
                .isZero();
        assertThat(Purging.of(archive, three, three, Instant.parse("2019-05-26T00:00:00Z"), false)
                        .rows())
                .isEqualTo(600);
        assertThat(faults()).isEmpty();
    }
}
