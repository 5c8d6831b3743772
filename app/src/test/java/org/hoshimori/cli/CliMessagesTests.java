package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say exists in both languages. */
class CliMessagesTests {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}|\\$\\{[A-Z-]+}");
    private static final Pattern REFUSED = Pattern.compile("StorageRefused\\(\\s*\"([a-z][a-z.-]+)\"");
    private static final Pattern SAID = Pattern.compile("(?:say|complain|word|line|Refused)\\(\\s*\"([a-z][a-z.-]+)\"");

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = CliMessagesTests.class.getResourceAsStream(name + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Map<Object, Set<String>> arguments(Properties properties) {
        return properties.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> ARGUMENT.matcher(e.getValue().toString())
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"says", "help"})
    void bothLanguagesHaveTheSameKeysAndArguments(String name) throws IOException {
        assertThat(arguments(load(name + ".en"))).isEqualTo(arguments(load(name + ".ja")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"says", "help"})
    void japaneseIsJapaneseAndEnglishEnglish(String name) throws IOException {
        assertThat(load(name + ".ja").stringPropertyNames())
                .as("what is no key was left behind")
                .allMatch(key -> key.matches("[A-Za-z][A-Za-z0-9._:-]*"));
        assertThat(load(name + ".en").values().stream().map(Object::toString))
                .allSatisfy(v -> assertThat(v.replace("ja: …", ""))
                        .doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"));
    }

    @Test
    void everyMessageThatTheCodeNamesExists() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                Pattern how = source.getParent().endsWith("cli") ? SAID : REFUSED;
                how.matcher(Files.readString(source)).results().forEach(m -> named.add(m.group(1)));
            }
        }
        named.removeIf(code -> code.endsWith(".")); // the beginning of a code
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(load("says.ja").stringPropertyNames()).containsAll(named);
    }
}
