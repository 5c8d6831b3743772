package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at any moment of an import loses nothing and leaves nothing twice. */
class KillTests {

    private static final int LINES = 60_000;

    @TempDir
    Path folder;

    /** Imports in a process of its own, in many small batches. */
    static final class Child {
        public static void main(String[] args) throws IOException {
            Importing.one(
                    Archive.create(Path.of(args[0])),
                    Importing.Options.standard(),
                    Path.of(args[1]),
                    Instant.now(),
                    400_000);
        }
    }

    private Process start(Path archive, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        archive.toString(),
                        log.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.out").toFile())
                .start();
    }

    /** Whether something has been written since then that is not whole yet. */
    private static boolean writing(Path archive, Instant since) throws IOException {
        Path unfinished = archive.resolve("tmp");
        if (!Files.isDirectory(unfinished)) {
            return false;
        }
        try (Stream<Path> files = Files.list(unfinished)) {
            return files.map(Path::toFile).anyMatch(f -> f.isFile() && f.lastModified() > since.toEpochMilli());
        }
    }

    @Test
    void losesNothingAndLeavesNothingTwiceWhenKilled() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("%d.000 1 10.0.0.%d TCP_MISS/200 %d GET http://a.example/%d - DIRECT/192.0.2.1 text/html\n"
                    .formatted(1_461_576_382L + i, i % 200, i, i));
        }
        Path log = Bench.file(folder, "access.log", text.toString());
        Path archive = folder.resolve("archive");
        Random random = new Random(11);
        int killed = 0;
        for (int round = 0; round < 6; round++) {
            Instant started = Instant.now();
            Process child = start(archive, log);
            while (child.isAlive() && !writing(archive, started)) {
                Thread.sleep(1);
            }
            if (!child.waitFor(random.nextInt(1 + 40 * round), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
                killed++;
            }
        }
        assertThat(killed).isPositive();
        Archive opened = Archive.create(archive);
        Importing.one(opened, Importing.Options.standard(), log, Instant.now(), 400_000);
        assertThat(Bench.ask(
                        opened,
                        "SELECT count(*), count(DISTINCT traffic_bytes_in), sum(traffic_bytes_in)::BIGINT FROM log"))
                .containsExactly(List.of((long) LINES, (long) LINES, LINES * (LINES - 1L) / 2));
        assertThat(Verification.of(opened, Duration.ofHours(6), "").faults()).isEmpty();
        try (Stream<Path> left = Files.list(opened.tmp())) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void finishesAMoveThatACrashLeftUndone() throws IOException {
        Archive archive = Archive.create(folder.resolve("archive"));
        Bench.imported(
                archive,
                Bench.file(
                        folder,
                        "a.log",
                        "1461576382.642    161 127.0.0.1 TCP_MISS/200 1 GET http://a.example/ - DIRECT/192.0.2.1 text/html\n"));
        String path = Archive.present(archive.manifest()).keySet().iterator().next();
        Files.move(archive.folder().resolve(path), archive.made(path));
        Files.writeString(archive.tmp().resolve("000000009.whole"), "half");
        Files.writeString(archive.manifestFile(), Files.readString(archive.manifestFile()) + "{\"kind\":\"imp");
        assertThat(Verification.of(archive, Duration.ofHours(6), "").faults()).isEmpty();
        assertThat(archive.folder().resolve(path)).exists();
        assertThat(archive.tmp().resolve("000000009.whole")).doesNotExist();
    }
}
