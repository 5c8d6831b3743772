package org.hoshimori.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt files of the shipped catalog: either it still compiles, or each problem is one line that begins with the file and
 * where in it (or the id, where chapters are checked against each other). Rounds: {@code
 * -Dcatalog.fuzz=N}, or {@code -Dcatalog.fuzz.seconds=N}; seed: {@code -Dcatalog.fuzz.seed=N}.
 */
class CatalogFuzzTests {

    private static final int ROUNDS = Integer.getInteger("catalog.fuzz", 30);
    private static final int SECONDS = Integer.getInteger("catalog.fuzz.seconds", 0);
    private static final long SEED = Long.getLong("catalog.fuzz.seed", 20261125);
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ": ",
            "\n",
            "\n  ",
            "- ",
            "? ",
            "#",
            "# ",
            "# ast-2 ",
            "&a ",
            "*a",
            "---\n",
            "null",
            "-1",
            "99999999999999999999",
            "PT99999999999H",
            "{no_such}",
            "{@nobody}",
            "[[no-such]]",
            "[[",
            "[ast-2.b] x\n",
            "[ast-2.b:help]",
            "| a | b |\n",
            "|",
            "|---|\n",
            "when: ast-2.b_unit = disk and\n",
            "when: ",
            "is ",
            " or ",
            "\u0000",
            "\uFEFF",
            "日本語",
            "\t",
            "../../etc/passwd",
            "- clause: ast-2\n",
            "- {duty: x}\n",
            "contents:\n");

    @TempDir
    private Path temp;

    private static Map<String, byte[]> shipped() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("../catalog"))) {
            for (Path file : all.filter(f -> f.toString().matches(".*\\.(yaml|ja\\.md|en\\.md)"))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void spoiltCatalogsCompileOrAreRefused() throws IOException {
        Map<String, byte[]> shipped = shipped();
        Path folder = Files.createDirectory(temp.resolve("catalog"));
        for (Map.Entry<String, byte[]> file : shipped.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> names = List.copyOf(shipped.keySet());
        Random random = new Random(SEED);
        int compiled = 0;
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int rounds = 0;
        for (; SECONDS > 0 ? System.nanoTime() < end : rounds < ROUNDS; rounds++) {
            String name = names.get(random.nextInt(names.size()));
            Path file = folder.resolve(name);
            byte[] content = shipped.get(name);
            byte[] spoilt = spoilt(content, random);
            Files.write(file, spoilt);
            compiled += survives(folder, name, rounds) ? 1 : 0;
            Files.write(file, content);
        }
        System.out.printf(
                "catalog fuzz: seed %d, %d rounds, %d compiled, %d refused%n",
                SEED, rounds, compiled, rounds - compiled);
        assertThat(compiled).as("some changes are harmless, some are not").isBetween(1, rounds - 1);
    }

    private boolean survives(Path folder, String name, int round) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            int code = CatalogCompiler.run(
                    List.of(
                            folder.toString(),
                            temp.resolve("r").toString(),
                            temp.resolve("s").toString()),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
            assertThat(lines.isEmpty()).isEqualTo(code == 0);
            assertThat(lines).allSatisfy(l -> assertThat(l).matches("[^:\\n]+(:\\d+:\\d+)?: .+"));
            return code == 0;
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            return fail("seed " + SEED + ", round " + round + ", " + name, e);
        }
    }

    private static byte[] spoilt(byte[] content, Random random) {
        int at = random.nextInt(content.length);
        int end = random.nextInt(3) == 0 ? Math.min(content.length, at + 1 + random.nextInt(60)) : at;
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        byte[] put = switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> piece.repeat(random.nextInt(500)).getBytes(StandardCharsets.UTF_8);
            default -> piece.getBytes(StandardCharsets.UTF_8);
        };
        byte[] spoilt = Arrays.copyOf(content, at + put.length + content.length - end);
        System.arraycopy(put, 0, spoilt, at, put.length);
        System.arraycopy(content, end, spoilt, at + put.length, content.length - end);
        return spoilt;
    }
}
