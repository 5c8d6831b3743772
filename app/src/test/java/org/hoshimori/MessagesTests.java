package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern DAY = Pattern.compile("\"(day\\.[a-z-]+)\"");
    private static final Pattern ACT = Pattern.compile("return \"([a-z-]+\\.[a-z-]+/\\d+)\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]|#messages\\.msg\\('([^']+)'\\)");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        for (Path ja : files("messages", ".properties")) {
            if (ja.toString().endsWith("_en.properties")) {
                continue;
            }
            Path en = Path.of(ja.toString().replace(".properties", "_en.properties"));
            Properties japanese = read(ja);
            Properties english = read(en);
            assertThat(english.keySet()).as(en.toString()).isEqualTo(japanese.keySet());
            english.forEach((key, text) -> {
                if (!key.equals("frame.other-language")) {
                    assertThat(text.toString()).as(key.toString()).isNotBlank().doesNotContainPattern(JAPANESE);
                }
            });
        }
    }

    /** The first file that knows a key would speak for all others. */
    @Test
    void noTwoFilesSayTheSameThing() throws IOException {
        Map<Object, Path> said = new HashMap<>();
        for (Path file : files("messages", ".properties")) {
            if (!file.toString().endsWith("_en.properties")) {
                read(file)
                        .keySet()
                        .forEach(key -> assertThat(said.put(key, file))
                                .as(key + " in " + file + " and another file")
                                .isNull());
            }
        }
        assertThat(said.keySet()).as("a key ends at a colon").doesNotContain("actor.system");
    }

    @Test
    void everyKeyOfATemplateIsAMessage() throws IOException {
        Set<Object> known = new java.util.HashSet<>();
        for (Path file : files("messages", ".properties")) {
            known.addAll(read(file).keySet());
        }
        Set<String> asked = new TreeSet<>();
        for (Path template : files("templates", ".html")) {
            KEY.matcher(Files.readString(template))
                    .results()
                    .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                    .forEach(asked::add);
        }
        assertThat(asked).hasSizeGreaterThan(40).allMatch(known::contains);
    }

    @Test
    void everyActOnRecordIsCalledSomething() throws IOException {
        Set<Object> known = new java.util.HashSet<>();
        for (Path file : files("messages", ".properties")) {
            known.addAll(read(file).keySet());
        }
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                ACT.matcher(Files.readString(source))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(acts::add);
            }
        }
        assertThat(acts).hasSizeGreaterThan(15).allMatch(act -> known.contains("act." + act));
    }

    @Test
    void everyLineOfTheDayHasItsSentenceAndItsButton() throws IOException {
        Set<Object> known = new java.util.HashSet<>();
        for (Path file : files("messages", ".properties")) {
            known.addAll(read(file).keySet());
        }
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                DAY.matcher(Files.readString(source))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(lines::add);
            }
        }
        assertThat(lines).hasSizeGreaterThan(8).allMatch(line -> known.contains(line) && known.contains(line + ".do"));
    }

    @Test
    void noTextStandsInATemplate() throws IOException {
        for (Path template : files("templates", ".html")) {
            assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(JAPANESE);
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
