package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.TestSources;
import org.junit.jupiter.api.Test;

/** Holds the table of docs/assets.md to the chapter's clauses, to the checks that are shipped and to the tests that it names. */
class ChapterDocumentTests {

    private static final Path CHECKS = Path.of("src/main/resources/checks");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(ast-[^`]+)` \\|([^|]+)\\|([^|]+)\\|([^|]+)\\|$");
    private static final Pattern CHECK = Pattern.compile("`([a-z]+/[a-z-]+)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");
    private static final Pattern CLAUSE = Pattern.compile("(?m)^-- clause: +(\\S+)");

    /** The rows of the specification of chapter 3. */
    private static final List<String> CLAUSES = List.of(
            "ast-1.1.a",
            "ast-1.1.b",
            "ast-1.1.c",
            "ast-1.1.d",
            "ast-1.1.e",
            "ast-1.2",
            "ast-1.3",
            "ast-1.4",
            "ast-1.5",
            "ast-2.a",
            "ast-2.b",
            "ast-2.c",
            "ast-2.d",
            "ast-2.e",
            "ast-2.f",
            "ast-2.g",
            "ast-3.1",
            "ast-3.2",
            "ast-4.1",
            "ast-4.2",
            "ast-4.3");

    private final List<MatchResult> rows;

    ChapterDocumentTests() throws IOException {
        rows = ROW.matcher(Files.readString(TestSources.HOME.resolve("docs/assets.md")))
                .results()
                .toList();
    }

    @Test
    void speaksOfEachClauseOnce() {
        assertThat(rows.stream().map(r -> r.group(1))).containsExactlyElementsOf(CLAUSES);
    }

    @Test
    void namesAllChecksOfTheChapterUnderTheirClause() throws IOException {
        Set<String> named = rows.stream()
                .flatMap(r -> CHECK.matcher(r.group(3)).results().map(c -> r.group(1) + " " + c.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shipped = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CHECKS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                String clause = CLAUSE.matcher(Files.readString(file))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
                if (clause.startsWith("ast-")) {
                    shipped.add(
                            clause + " " + CHECKS.relativize(file).toString().replace(".sql", ""));
                }
            }
        }
        assertThat(named).isEqualTo(shipped);
    }

    @Test
    void namesTestsThatExist() throws IOException {
        TestSources tests = new TestSources();
        for (MatchResult row : rows) {
            List<MatchResult> named = TEST.matcher(row.group(4)).results().toList();
            assertThat(named).as(row.group(1)).isNotEmpty();
            for (MatchResult test : named) {
                assertThat(tests.code(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
            }
        }
    }
}
