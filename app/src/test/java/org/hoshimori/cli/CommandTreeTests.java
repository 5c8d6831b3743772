package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds of every command. */
class CommandTreeTests {

    private static final List<String> WANTED = List.of(
            "serve",
            "tls self",
            "tls terminal",
            "evidence verify",
            "backup",
            "restore",
            "import",
            "admin unlock",
            "posture",
            "check",
            "backup-result",
            "regulation adopt",
            "regulation init",
            "regulation list",
            "regulation show",
            "regulation lint",
            "regulation diff",
            "regulation render",
            "regulation param",
            "regulation read-word",
            "oscal resolve",
            "oscal validate",
            "mail inspect",
            "mail show",
            "mail watch",
            "logs import",
            "logs listen",
            "logs verify",
            "logs review",
            "logs mark",
            "logs query",
            "logs compact",
            "logs purge",
            "logs stats");

    static Stream<String> commands() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine root = Hoshimori.line(new Terminal(nowhere, nowhere, Lang.EN));
        List<String> names = new ArrayList<>();
        collect("", root, names);
        return names.stream();
    }

    private static void collect(String path, CommandLine line, List<String> names) {
        names.add(path);
        line.getSubcommands().forEach((name, sub) -> collect((path + " " + name).strip(), sub, names));
    }

    private static Object[] words(String command, String... more) {
        return Stream.concat(Stream.of(command.split(" ")).filter(w -> !w.isEmpty()), Stream.of(more))
                .toArray();
    }

    @Test
    void everyPromisedCommandIsThere() {
        assertThat(commands()).containsAll(WANTED);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpHasAnExampleInBothLanguages(String command) {
        Ran english = Ran.hoshimori(words(command, "--help", "--lang", "en"));
        Ran japanese = Ran.hoshimori(words(command, "--help", "--lang", "ja"));
        assertThat(english.code()).isEqualTo(Exit.FINE);
        assertThat(english.out())
                .contains("Usage: hoshimori")
                .containsPattern("Examples?:[\\s\\S]*hoshimori " + command);
        assertThat(japanese.out()).contains("使い方: hoshimori").containsPattern("例:[\\s\\S]*hoshimori " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpSaysEverythingInTheLanguageAskedFor(String command) {
        String english = Ran.hoshimori(words(command, "--help", "--lang", "en")).out();
        assertThat(english).doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        List<String> options = Ran.hoshimori(words(command, "--help"))
                .out()
                .lines()
                .filter(l -> l.matches(" {1,6}-.*"))
                .filter(l -> l.strip().contains("  "))
                .toList();
        assertThat(options)
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l)
                        .as("described in Japanese (or by names only)")
                        .containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]|docx"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void takesALanguageAndQuiet(String command) {
        assertThat(Ran.hoshimori(words(command, "--help", "--lang", "en")).out())
                .contains("--lang=ja|en")
                .contains("--quiet");
        Ran refused = Ran.hoshimori(words(command, "--lang", "fr"));
        assertThat(refused.code()).isEqualTo(Exit.WRONG);
        assertThat(refused.err()).contains("fr").contains("ja, en");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void refusesAnUnknownOptionInOneLineAndAHint(String command) {
        for (Lang lang : Lang.values()) {
            Ran refused = Ran.hoshimoriIn(lang, words(command, "--no-such-option"));
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.complaints()).hasSize(1);
            assertThat(refused.err().lines()).hasSize(2);
        }
    }

    @Test
    void completionNamesTheCommandsAndFormats() {
        Ran completion = Ran.hoshimori("generate-completion");
        assertThat(completion.code()).isEqualTo(Exit.FINE);
        assertThat(completion.out())
                .startsWith("#!")
                .contains("oscal-yaml")
                .contains("regulation")
                .contains("--answers");
    }

    @Test
    void saysItsVersion() {
        Ran version = Ran.hoshimori("--version");
        assertThat(version.out()).contains("hoshimori 0").contains("catalog ");
    }
}
