package org.hoshimori.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern CODE = Pattern.compile(
            "\"((?:json|member|header|hash|leaf|mac|frontier|tree|head|heads|key|redaction|lines|package|fault|notice|verify)"
                    + "\\.[a-z][a-z0-9-]+)\"");

    @Test
    void speaksBothLanguagesWithTheSamePlaces() {
        ResourceBundle en = ResourceBundle.getBundle("org.hoshimori.proof.messages", Locale.ROOT);
        ResourceBundle ja = ResourceBundle.getBundle("org.hoshimori.proof.messages", Locale.JAPANESE);
        assertThat(ja.keySet()).isEqualTo(en.keySet());
        for (String code : en.keySet()) {
            assertThat(places(ja.getString(code))).as(code).isEqualTo(places(en.getString(code)));
            assertThat(ja.getString(code)).as(code).isNotEqualTo(en.getString(code));
        }
    }

    @Test
    void hasWordsForEveryCodeAndNoneBesides() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(source)).results().forEach(m -> used.add(m.group(1)));
            }
        }
        Stream.of(Fault.Part.values()).forEach(part -> used.add(part.problem().code()));
        Stream.of(Fault.Impropriety.values())
                .forEach(why -> used.add(why.problem().code()));
        used.removeIf(code -> code.endsWith(".json") || code.endsWith(".jsonl"));
        assertThat(new TreeSet<>(ResourceBundle.getBundle("org.hoshimori.proof.messages", Locale.ROOT)
                        .keySet()))
                .isEqualTo(used);
    }

    @Test
    void keepsAForgedArgumentOnOneLine() {
        Problem problem = Problem.of("fault.file-added", "a\nFAULT b\u202ec" + "x".repeat(300));
        assertThat(problem.say(Locale.ENGLISH)).doesNotContain("\n", "\u202e").hasSizeLessThan(300);
        assertThat(new Fault.EntryUnreadable(1, 2, Problem.of("json.syntax")).say(Locale.JAPANESE))
                .isEqualTo("エントリー2(1行目)を読めません: JSONではありません。");
    }

    private static List<String> places(String text) {
        assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {})).isNotBlank();
        return Pattern.compile("\\{[0-9]\\}")
                .matcher(text)
                .results()
                .map(m -> m.group())
                .sorted()
                .distinct()
                .toList();
    }
}
