package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.hoshimori.yaml.YamlException;
import org.junit.jupiter.api.Test;

/**
 * Spoilt tailorings: either they still come to a regulation that can be read, checked and compared, or they are refused in
 * one line with file and position. Rounds: {@code -Dtailoring.fuzz=N}, or {@code -Dtailoring.fuzz.seconds=N}; seed: {@code
 * -Dtailoring.fuzz.seed=N}.
 */
class TailoringFuzzTests {

    private static final int ROUNDS = Integer.getInteger("tailoring.fuzz", 150);
    private static final int SECONDS = Integer.getInteger("tailoring.fuzz.seconds", 0);
    private static final long SEED = Long.getLong("tailoring.fuzz.seed", 20261125);
    private static final List<String> NAMES = List.of("operator-30", "data-service", "maker");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ",",
            ":",
            ": ",
            "\n",
            "\n  ",
            "- ",
            "? ",
            "| ",
            "> ",
            "#",
            " #",
            "&a ",
            "*a",
            "<<: ",
            "!!int ",
            "!!binary ",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "null",
            "~",
            "true",
            "３",
            "-1",
            "99999999999999999999",
            "PT99999999999H",
            "P",
            "0000-00-00",
            "令和8年",
            "{reg_company}",
            "{@nobody}",
            "{no_such}",
            "{",
            "[[ast-2]]",
            "[[no-such]]",
            "[[",
            "<br>",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "\u2028",
            "\t",
            "\r",
            "日本語",
            "../../etc/passwd",
            "values:\n",
            "altered:\n  ast-2: x\n",
            "excluded: [ast, reg, ast-2, ast-2.b]\n",
            "tables: {org-1.b_chart: []}\n",
            "posts: {security-officer: }\n",
            "added: [{clause: ast-2.x-a, within: ast-2, title: t, text: t}]\n");

    private static List<String> seeds() throws IOException {
        List<String> seeds = new ArrayList<>();
        for (String name : NAMES) {
            try (InputStream in = TailoringFuzzTests.class.getResourceAsStream(name + ".yaml")) {
                seeds.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return seeds;
    }

    @Test
    void spoiltTailoringsAreReadOrRefused() throws IOException {
        List<String> seeds = seeds();
        Random random = new Random(SEED);
        int read = 0;
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int rounds = 0;
        for (; SECONDS > 0 ? System.nanoTime() < end : rounds < ROUNDS; rounds++) {
            String spoilt = spoilt(seeds.get(random.nextInt(seeds.size())), random);
            read += survives(spoilt, rounds) ? 1 : 0;
        }
        System.out.printf(
                "tailoring fuzz: seed %d, %d rounds, %d read, %d refused%n", SEED, rounds, read, rounds - read);
        assertThat(read).as("some changes are harmless, some are not").isBetween(1, rounds - 1);
    }

    private static boolean survives(String spoilt, int round) {
        try {
            Tailoring tailoring = TailoringReader.read("t.yaml", spoilt);
            Regulation regulation = Regulation.resolve(Samples.CATALOG, tailoring);
            LintReport report = new LintReport(Lint.of(regulation), Lang.JA);
            assertThat(report.json()).isNotBlank();
            assertThat(report.sarif("t.yaml")).isNotBlank();
            Lang lang = Lang.values()[round % 2];
            RegulationJson json = new RegulationJson(regulation, lang);
            String clauses = json.clauses();
            assertThat(json.parameters()).isNotBlank();
            Difference.between(Regulation.resolve(Samples.CATALOG), regulation);
            assertThat(new RegulationJson(Regulation.resolve(Samples.CATALOG, tailoring), lang).clauses())
                    .as("resolving twice is the same")
                    .isEqualTo(clauses);
            List<String> standing = regulation.chapters().stream()
                    .flatMap(c -> c.clauses())
                    .map(Clause::id)
                    .toList();
            assertThat(standing).doesNotHaveDuplicates().noneMatch(regulation.exclusions()::containsKey);
            return true;
        } catch (YamlException e) {
            for (Lang lang : Lang.values()) {
                assertThat(Messages.of(e, lang)).matches("t\\.yaml:\\d+:\\d+: [^\\n]+");
            }
            return false;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return fail("seed " + SEED + ", round " + round + ":\n" + spoilt, e);
        }
    }

    private static String spoilt(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(text.length());
            int end = random.nextInt(3) == 0 ? Math.min(text.length(), at + 1 + random.nextInt(40)) : at;
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            String put = switch (random.nextInt(9)) {
                case 0 -> "";
                case 1 -> String.valueOf((char) random.nextInt(0x3100));
                case 2 -> piece.repeat(random.nextInt(2000));
                case 3, 4 -> line(seed, random);
                default -> piece;
            };
            // A whole line moved to where another begins meets more than a letter in between.
            if (put.endsWith("\n")) {
                at = text.lastIndexOf("\n", at) + 1;
                end = Math.max(at, end);
            }
            text.replace(at, end, put);
            if (text.isEmpty()) {
                text.append(seed);
            }
        }
        return text.toString();
    }

    private static String line(String text, Random random) {
        List<String> lines = text.lines().toList();
        return lines.get(random.nextInt(lines.size())) + "\n";
    }
}
