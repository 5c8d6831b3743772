package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the product do not do, so that no input can make them (docs/security.md). */
class SourcesTests {

    private static final Path HOME = TestSources.HOME;
    private static final String TEMPLATES = "app/src/main/resources/templates";
    private static final String JAVA = "app/src/main/java";
    /** Anchors in the page, paths that begin as written, and what a page's own record has built. */
    private static final String OF_OURS = "'(?:#|#q-|mailto:)' \\+ .*|\\$\\{'[#/][^']*'.*}|\\$\\{[^?]+ \\? '/.*}"
            + "|\\$\\{path \\+ '/progress'}|\\$\\{[a-z]+(?:\\.[a-z]+\\(\\))*\\.(?:address|without|translated|all|at|on)\\(.*\\)}";

    private static final String SCRIPTS = "app/src/main/resources/static";

    /** Whose patterns are constants of the program, handed to a constructor or put together of others. */
    private static final Set<String> CONSTANT_PATTERNS =
            Set.of("Filter.java", "Medium.java", "Method.java", "History.java");

    /** A place in a file. */
    private record Place(String file, String text) {}

    private static List<Place> files(String folder, String ending) throws IOException {
        List<Place> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(HOME.resolve(folder))) {
            for (Path file :
                    all.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                files.add(new Place(HOME.relativize(file).toString(), Files.readString(file)));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    /** The first group, or all, of what matches, each with its file. */
    private static List<Place> found(List<Place> files, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return files.stream()
                .flatMap(file -> compiled.matcher(file.text())
                        .results()
                        .map((MatchResult m) -> new Place(file.file(), m.group(m.groupCount() == 0 ? 0 : 1))))
                .toList();
    }

    private static List<Place> java() throws IOException {
        List<Place> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(HOME)) {
            for (Path module : modules.map(m -> m.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .filter(m -> !m.startsWith(HOME.resolve("benchmarks")))
                    .toList()) {
                files.addAll(files(HOME.relativize(module).toString(), ".java"));
            }
        }
        return files;
    }

    @Test
    void writeAsMarkupOnlyWhatTheRegulationLibraryHasMade() throws IOException {
        assertThat(found(files(TEMPLATES, ".html"), "th:utext=\"([^\"]*)\""))
                .extracting(Place::text)
                .containsOnly("${page.text().get().html()}", "${page.text().html()}");
        assertThat(found(files(TEMPLATES, ".html"), "th:inline=|\\[\\(")).isEmpty();
    }

    @Test
    void putNoScriptIntoAPage() throws IOException {
        List<Place> templates = files(TEMPLATES, ".html");
        assertThat(found(templates, "<script(?![^>]*th:src=\"@\\{/)[^>]*>")).isEmpty();
        assertThat(found(templates, "<script[^>]*>\\s*[^<\\s]")).isEmpty();
        assertThat(found(templates, "\\s(?:th:)?on[a-z]+=|\\s(?:th:)?style=|javascript:"))
                .isEmpty();
    }

    @Test
    void leadOnlyToAddressesThatTheTemplatesBuild() throws IOException {
        assertThat(found(files(TEMPLATES, ".html"), "th:(?:href|action|src|formaction)=\"([^\"]*)\""))
                .extracting(Place::text)
                .filteredOn(address -> !address.contains("@{"))
                .allMatch(address -> address.replace(".toString()", "").matches(OF_OURS));
    }

    @Test
    void hideWhatIsEnteredAsAPasswordAndLetManagersFillItIn() throws IOException {
        List<Place> fields = found(files(TEMPLATES, ".html"), "<input[^>]*(?:name|type)=\"password\"[^>]*>");
        assertThat(fields)
                .hasSizeGreaterThan(3)
                .allSatisfy(field -> assertThat(field.text())
                        .contains("type=\"password\"")
                        .containsPattern("autocomplete=\"(new|current)-password\"")
                        .doesNotContain("maxlength", "readonly", "onpaste"));
    }

    @Test
    void askForSoundAlgorithmsOnly() throws IOException {
        assertThat(found(java(), "getInstance\\(\\s*\"([^\"]+)\""))
                .extracting(Place::text)
                .isSubsetOf(
                        "AES/GCM/NoPadding",
                        "EC",
                        "Ed25519",
                        "HmacSHA1",
                        "HmacSHA256",
                        "PBKDF2WithHmacSHA256",
                        "PKCS12",
                        "PKIX",
                        "RSA",
                        "SHA-1",
                        "SHA-256",
                        "TLS",
                        "X.509");
        assertThat(found(java(), "HmacSHA1\""))
                .as("as RFC 6238 has it")
                .extracting(Place::file)
                .allMatch(f -> f.endsWith("factors/Totp.java"));
        assertThat(found(java(), "\"SHA-1\""))
                .as("names of things, which RFC 9562 makes so")
                .extracting(Place::file)
                .allMatch(f -> f.endsWith("oscal/NameUuid.java"));
        assertThat(found(java(), "\"(?:MD5|SHA1|DES|DESede|RC4|AES/ECB[^\"]*|RSA/ECB[^\"]*)\""))
                .isEmpty();
    }

    @Test
    void drawSecretsFromTheSecureGenerator() throws IOException {
        assertThat(found(java(), "\\b(?:Math\\.random|ThreadLocalRandom|SplittableRandom|new Random\\()"))
                .extracting(Place::file)
                .as("of which no secret is made: a made-up company, a free port")
                .allMatch(f -> f.startsWith(JAVA + "/org/hoshimori/demo/") || f.endsWith("postgres/Port.java"));
    }

    @Test
    void readNoObjectsAndRunNothingThatComesFromOutside() throws IOException {
        assertThat(found(
                        java(),
                        "\\b(?:ObjectInputStream|XMLDecoder|ScriptEngine|SpelExpressionParser|StringTemplateResolver"
                                + "|InitialContext|System\\.load(?:Library)?\\(|getRuntime\\(\\)\\.exec)"))
                .isEmpty();
    }

    @Test
    void makeNoPatternsOfWhatIsEntered() throws IOException {
        assertThat(found(files(JAVA, ".java"), "Pattern\\.compile\\(\\s*([^\"\\s][^,;]*)"))
                .extracting(Place::file)
                .allMatch(
                        f -> CONSTANT_PATTERNS.contains(Path.of(f).getFileName().toString()));
    }

    @Test
    void keepNothingInTheBrowserAndMergeNoObjects() throws IOException {
        List<Place> scripts = files(SCRIPTS, ".js");
        assertThat(found(
                        scripts,
                        "localStorage|sessionStorage|indexedDB|document\\.cookie|\\beval\\(|new Function|\\.innerHTML|\\.outerHTML"
                                + "|insertAdjacentHTML|document\\.write|postMessage|__proto__|Object\\.assign"))
                .isEmpty();
    }

    @Test
    void bringNoToolsOfTestsOrDevelopment() throws IOException {
        String pom = Files.readString(HOME.resolve("app/pom.xml"));
        List<String> dependencies = Pattern.compile("(?s)<dependency>(.*?)</dependency>")
                .matcher(pom)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(dependencies)
                .filteredOn(d -> Pattern.compile("<artifactId>[^<]*(?:test|junit|assertj|archunit|mock|devtools)[^<]*<")
                        .matcher(d)
                        .find())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d).contains("<scope>test</scope>"));
    }
}
