package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files packed by the tools that people pack logs with. */
class PackedFilesTests {

    private static final String SUM = "SELECT count(*), sum(traffic_bytes_in)::BIGINT, min(time), max(time) FROM log";

    @TempDir
    Path folder;

    private void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).as(command).isZero();
    }

    private static boolean has(String tool) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + tool + " >/dev/null")
                        .start()
                        .waitFor()
                == 0;
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("%d.000 1 10.0.0.%d TCP_MISS/200 %d GET http://a.example/%d - DIRECT/192.0.2.1 text/html%n"
                    .formatted(1_461_576_382L + i, i % 200, i, i * 7919L));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip -9",
                "zstd -q -19",
                "zstd -q --long=27 -T2",
                "xz -6",
                "xz -9e --check=sha256",
                "xz --block-size=65536",
                "bzip2 -9"
            })
    void readsWhatRealToolsPacked(String tool) throws IOException, InterruptedException {
        assumeTrue(has(tool.substring(0, tool.indexOf(' '))), tool);
        Bench.file(folder, "a.log", lines(0, 30_000));
        Bench.file(folder, "b.log", lines(30_000, 40_000));
        // Two packed files one after the other are one, as rotated logs are joined.
        run("cat a.log b.log > all.log && " + tool + " -c a.log > packed && " + tool + " -c b.log >> packed");
        Archive plain = Archive.create(folder.resolve("plain"));
        Bench.imported(plain, folder.resolve("all.log"));
        Archive archive = Archive.create(folder.resolve("archive"));
        assertThat(Bench.imported(archive, folder.resolve("packed")))
                .singleElement()
                .satisfies(o -> assertThat(o.rows()).isEqualTo(40_000));
        assertThat(Bench.ask(archive, SUM)).isEqualTo(Bench.ask(plain, SUM));
        // The same lines, whatever they are packed with, are known.
        assertThat(Bench.imported(archive, folder.resolve("all.log")))
                .singleElement()
                .satisfies(o -> assertThat(o.rows()).isZero());
        assertThat(Bench.ask(archive, "SELECT count(*) FROM log")).isEqualTo(List.of(List.of(40_000L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd -q", "xz", "bzip2"})
    void refusesAPackedFileThatBreaksOffWithoutLosingWhatWasImported(String tool)
            throws IOException, InterruptedException {
        assumeTrue(has(tool.replaceAll(" .*", "")), tool);
        Bench.file(folder, "a.log", lines(0, 30_000));
        run(tool + " -c a.log > whole");
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        Files.write(folder.resolve("half"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Archive archive = Archive.create(folder.resolve("archive"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Bench.imported(archive, folder.resolve("half")))
                .isInstanceOf(IOException.class);
        Bench.imported(archive, folder.resolve("whole"));
        assertThat(Bench.ask(archive, "SELECT count(*) FROM log")).isEqualTo(List.of(List.of(30_000L)));
        assertThat(Verification.of(archive, java.time.Duration.ofDays(9), "").faults())
                .isEmpty();
    }
}
