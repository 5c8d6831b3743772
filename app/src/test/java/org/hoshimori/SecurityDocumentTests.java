package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/security.md to the standard's list and to the tests that it names. */
class SecurityDocumentTests {

    /** Requirements of levels 1 and 2 of OWASP ASVS 5.0.0. */
    private static final String REQUIRED = """
            1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2 2.1.1-3 2.2.1-3 2.3.1-4 2.4.1 3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.1-2
            4.1.1-3 4.2.1 4.3.1-2 4.4.1-4 5.1.1 5.2.1-3 5.3.1-2 5.4.1-3 6.1.1-3 6.2.1-12 6.3.1-4 6.4.1-4 6.5.1-5 6.6.1-3
            6.8.1-4 7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2 8.1.1-2 8.2.1-3 8.3.1 8.4.1 9.1.1-3 9.2.1-4 10.1.1-2
            10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3 11.1.1-2 11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1
            12.1.1-3 12.2.1-2 12.3.1-4 13.1.1 13.2.1-5 13.3.1-2 13.4.1-5 14.1.1-2 14.2.1-4 14.3.1-3 15.1.1-3 15.2.1-3
            15.3.1-7 16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3 17.1.1 17.2.1-4 17.3.1-2
            """;

    private static final Path HOME = TestSources.HOME;
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| (yes|part|no|n/a) \\| [^|]{3,} \\|$");
    private static final Pattern YES = Pattern.compile("(?m)^\\| (\\S+) \\| [^|]+ \\| yes \\| ([^|]+) \\|$");
    /** A test, a journey, a command that verifies it, or why there is none. */
    private static final Pattern PROOF =
            Pattern.compile("`\\w+(?:Tests|Journey)`|`bin/(?:verify|bench|lock)[^`]*`|no test: \\S.{5,}");

    private static final Pattern METHODS = Pattern.compile("`(\\w+Tests)`(?: \\(|, )(`[a-z]\\w+`(?:, `[a-z]\\w+`)*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#([^)]+))?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)`");

    private final String document;

    SecurityDocumentTests() throws IOException {
        document = Files.readString(HOME.resolve("docs/security.md"));
    }

    @Test
    void answersEveryRequirementOnce() {
        List<String> required = Arrays.stream(REQUIRED.strip().split("\\s+"))
                .flatMap(SecurityDocumentTests::each)
                .toList();
        assertThat(required).hasSize(253);
        assertThat(LINE.matcher(document).results().map((MatchResult r) -> r.group(1)))
                .containsExactlyInAnyOrderElementsOf(required);
    }

    private static Stream<String> each(String range) {
        String section = range.substring(0, range.lastIndexOf('.') + 1);
        String[] ends = range.substring(section.length()).split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .mapToObj(n -> section + n);
    }

    @Test
    void namesTestsThatExist() throws IOException {
        List<String> named = TEST.matcher(document)
                .results()
                .map((MatchResult r) -> r.group(1))
                .distinct()
                .toList();
        assertThat(new TestSources().names()).containsAll(named);
    }

    @Test
    void restsNoYesOnReadingAlone() {
        assertThat(YES.matcher(document)
                        .results()
                        .filter(r -> !PROOF.matcher(r.group(2)).find())
                        .map((MatchResult r) -> r.group(1)))
                .isEmpty();
    }

    @Test
    void namesMethodsThatExist() throws IOException {
        List<MatchResult> named = METHODS.matcher(document).results().toList();
        assertThat(named).hasSizeGreaterThan(30);
        TestSources tests = new TestSources();
        for (MatchResult one : named) {
            String code = tests.code(one.group(1));
            Pattern.compile("`(\\w+)`")
                    .matcher(one.group(2))
                    .results()
                    .forEach(method -> assertThat(code).as(one.group(1)).contains("void " + method.group(1) + "("));
        }
    }

    @Test
    void saysTheLimitsThatAreSet() throws IOException {
        assertThat(Files.readString(HOME.resolve("app/src/main/resources/application.properties")))
                .contains(
                        "max-parameter-count=1000",
                        "max-http-form-post-size=2MB",
                        "max-http-request-header-size=16KB",
                        "server.tomcat.connection-timeout=20s",
                        "server.tomcat.max-connections=8192");
        assertThat(document)
                .contains("1,000 fields", "2 MB a form", "16 KB of head", "20 s of silence", "8,192 connections")
                .containsPattern("at\\s+most twelve hours");
    }

    @Test
    void leadsToPagesAndHeadingsThatExist() throws IOException {
        for (MatchResult link : LINK.matcher(document).results().toList()) {
            Path page = HOME.resolve("docs").resolve(link.group(1)).normalize();
            assertThat(page).exists();
            if (link.group(2) != null) {
                assertThat(Files.readString(page).lines().filter(l -> l.startsWith("#")))
                        .as(link.group())
                        .anyMatch(h -> h.replaceFirst("^#+ ", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace(' ', '-')
                                .equals(link.group(2)));
            }
        }
    }
}
