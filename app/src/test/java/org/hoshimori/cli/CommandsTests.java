package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hoshimori.oscal.Control;
import org.hoshimori.oscal.OscalReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command answers, and with which exit code. */
class CommandsTests {

    @TempDir
    Path folder;

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ran typing(String text, Object... args) {
        InputStream keyboard = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Ran.hoshimori(args);
        } finally {
            System.setIn(keyboard);
        }
    }

    @Test
    void initWritesWhatTheAnswersSay() throws IOException {
        Path answers = written("answers.yaml", "reg_company: 株式会社テスト\norg-2.a_month: 6\nreg_effective-on:\n");
        Path dir = folder.resolve("my company/深い");
        assertThat(Ran.hoshimori("regulation", "init", dir, "--answers", answers)
                        .code())
                .isEqualTo(Exit.FINE);
        String tailoring = Files.readString(dir.resolve("tailoring.yaml"));
        assertThat(tailoring).contains("\n  reg_company: 株式会社テスト\n").contains("\n  # reg_effective-on:");
        assertThat(Ran.hoshimori("regulation", "init", dir, "--answers", answers)
                        .code())
                .isEqualTo(Exit.WRONG);
    }

    @Test
    void initRefusesAnswersThatDoNotFitAndWritesNothing() throws IOException {
        Path answers = written("answers.yaml", "org-2.a_month: 13\nitu-5.1_private-use: forbd\nno_such: 1\n");
        Ran refused = Ran.hoshimori("regulation", "init", folder.resolve("new"), "--answers", answers);
        assertThat(refused.code()).isEqualTo(Exit.WRONG);
        assertThat(refused.err())
                .contains(answers + ":1:16: ")
                .contains(answers + ":2:22: ")
                .contains("「forbid」の書き誤りではありませんか")
                .contains(answers + ":3:10: ");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void initAsksUntilTheAnswerFits() throws IOException {
        Ran asked = typing("会社\n9\n１\n\n13\n６\n", "regulation", "init", folder.resolve("new"));
        assertThat(asked.code()).isEqualTo(Exit.FINE);
        assertThat(asked.err()).contains("「9」").contains("「13」");
        assertThat(Files.readString(folder.resolve("new/tailoring.yaml")))
                .contains("\n  reg_company: 会社\n")
                .contains("\n  reg_business: satellite-operation\n")
                .contains("\n  org-2.a_month: 6\n");
    }

    @Test
    void showFindsClauseChapterAndSentence() {
        assertThat(Ran.hoshimori("regulation", "show", "ast-2").out()).contains("(ast-2.b)");
        assertThat(Ran.hoshimori("regulation", "show", "ast").out())
                .contains("(ast-1.1)")
                .contains("(ast-4.3)");
        assertThat(Ran.hoshimori("regulation", "show", "ast-2.a.internal").out())
                .contains("(ast-2.a)");
    }

    @ParameterizedTest
    @CsvSource({
        "show, ast-2.bb, ast-2.b",
        "param, acc-9.3.p_lockout-treshold, acc-9.3.p_lockout-threshold",
        "rander, x, render"
    })
    void suggestsWhatWasMeant(String command, String written, String meant) {
        Ran refused = Ran.hoshimori("regulation", command, written);
        assertThat(refused.code()).isEqualTo(Exit.WRONG);
        assertThat(refused.complaints()).hasSize(1);
        assertThat(refused.err()).contains("もしかして").contains(meant);
    }

    @Test
    void diffOfTheSampleWithItselfIsFine() {
        assertThat(Ran.hoshimori("regulation", "diff", "sample", "sample").code())
                .isEqualTo(Exit.FINE);
    }

    @Test
    void renderRefusesWrongIdsUnlessAsADraft() throws IOException {
        Path wrong = written("wrong.yaml", "values: {no_such: 1}\n");
        Path output = folder.resolve("x.md");
        assertThat(Ran.hoshimori("regulation", "render", wrong, "--as", "md", "-o", output)
                        .code())
                .isEqualTo(Exit.WRONG);
        assertThat(Ran.hoshimori("regulation", "render", wrong, "--as", "md", "-o", output, "--draft")
                        .code())
                .isEqualTo(Exit.FINE);
    }

    @Test
    void profileComesBackAsTailoring() throws IOException {
        Path tailoring = written(
                "t.yaml", "values: {acc-9.3.p_lockout-threshold: 5}\nexcluded: [{clause: tel-2.2, reason: 私有機器なし}]\n");
        Path profile = folder.resolve("profile.json");
        Ran.hoshimori("regulation", "render", tailoring, "--as", "oscal-json", "--part", "profile", "-o", profile);
        Path back = folder.resolve("back.yaml");
        Ran imported = Ran.hoshimori("regulation", "import", profile, "-o", back);
        assertThat(imported.code()).as(imported.err()).isEqualTo(Exit.FINE);
        assertThat(Files.readString(back))
                .contains("acc-9.3.p_lockout-threshold: 5")
                .contains("{clause: tel-2.2, ");
        Path catalog = folder.resolve("hoshimori-catalog.ja.json");
        Ran.hoshimori("regulation", "render", tailoring, "--as", "oscal-json", "--part", "catalog", "-o", catalog);
        assertThat(Ran.hoshimori("oscal", "validate", profile).code()).isEqualTo(Exit.FINE);
        assertThat(Ran.hoshimori("regulation", "import", profile, "-o", back).code())
                .isEqualTo(Exit.WRONG);
    }

    @Test
    void profileAndCatalogResolveToTheSameClausesAsTheRegulation() throws IOException {
        Path tailoring = written(
                "t.yaml",
                "values: {itu-5.3_remote-connection: permit}\nexcluded: [{clause: tel-2.2, reason: 私有機器なし}]\n");
        for (String part : new String[] {"profile", "catalog", "resolved"}) {
            Path file = folder.resolve(part.equals("catalog") ? "hoshimori-catalog.ja.json" : part + ".json");
            Ran.hoshimori("regulation", "render", tailoring, "--as", "oscal-json", "--part", part, "-o", file);
        }
        Path out = folder.resolve("out.json");
        Ran resolved = Ran.hoshimori("oscal", "resolve", folder.resolve("profile.json"), "-o", out);
        assertThat(resolved.code()).as(resolved.err()).isEqualTo(Exit.FINE);
        assertThat(controls(out)).contains("itu-5.3.d").isEqualTo(controls(folder.resolve("resolved.json")));
    }

    private static List<String> controls(Path catalog) {
        return OscalReader.readCatalog(catalog).allControls().stream()
                .map(Control::id)
                .sorted()
                .toList();
    }

    @Test
    void importTellsWhichValuesDoNotFit() throws IOException {
        Path profile = written("profile.json", """
                {"profile": {"uuid": "11111111-1111-4111-8111-111111111111",
                 "metadata": {"title": "t", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"},
                 "imports": [{"href": "catalog.json", "include-all": {}}],
                 "modify": {"set-parameters": [{"param-id": "acc-9.3.p_lockout-threshold", "values": ["many"]}]}}}
                """);
        Path back = folder.resolve("back.yaml");
        Ran imported = Ran.hoshimori("regulation", "import", profile, "-o", back);
        assertThat(imported.code()).isEqualTo(Exit.FINDINGS);
        assertThat(imported.err()).contains(back + ":").contains("acc-9.3.p_lockout-threshold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"version\": \"1\", \"chapters\": [null]}", "not json"})
    void rebaseRefusesWhatIsNoCatalog(String json) throws IOException {
        Path tailoring = written("t.yaml", "values: {acc-9.3.p_lockout-threshold: 5}\n");
        Ran refused = Ran.hoshimori("regulation", "rebase", tailoring, "--from", written("catalog.json", json));
        assertThat(refused.code()).isEqualTo(Exit.WRONG);
        assertThat(refused.complaints()).hasSize(1);
    }

    @Test
    void quietPrintsNothingAndKeepsTheCode() throws IOException {
        Path wrong = written("wrong.yaml", "values: {no_such: 1}\n");
        assertThat(Ran.hoshimori("regulation", "lint", wrong, "-q")).isEqualTo(new Ran(Exit.FINDINGS, "", ""));
        assertThat(Ran.hoshimori("-q", "regulation", "lint", wrong)).isEqualTo(new Ran(Exit.FINDINGS, "", ""));
        assertThat(Ran.hoshimori("regulation", "list", "-q")).isEqualTo(new Ran(Exit.FINE, "", ""));
        assertThat(Ran.hoshimori("regulation", "param", "-q")).isEqualTo(new Ran(Exit.FINE, "", ""));
        assertThat(Ran.hoshimori("regulation", "show", "ast-2", "-q")).isEqualTo(new Ran(Exit.FINE, "", ""));
    }

    @Test
    void asksForTheMissingCommand() {
        assertThat(Ran.hoshimori().code()).isEqualTo(Exit.WRONG);
        for (String group : new String[] {"regulation", "oscal"}) {
            Ran refused = Ran.hoshimori(group);
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.err()).contains(group + " --help");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HOSHIMORI_LANG=en, No such",
        "LANG=en_US.UTF-8, No such",
        "LC_ALL=ja_JP.eucJP, ありません",
        "LANG=C, ありません",
        "LANG=, ありません"
    })
    void speaksTheLanguageOfTheEnvironment(String variable, String expected) {
        String[] pair = variable.split("=", -1);
        Ran refused = Ran.in(Map.of(pair[0], pair[1]), Duration.ofDays(1), "regulation", "lint", "/nowhere");
        assertThat(refused.err()).contains(expected);
        Ran english = Ran.in(Map.of(pair[0], pair[1]), Duration.ofDays(1), "--lang", "EN", "regulation", "lint", "/no");
        assertThat(english.err()).contains("No such");
    }

    @Test
    void saysThatItIsStillAtWork() {
        Ran impatient = Ran.in(Map.of("HOSHIMORI_LANG", "en"), Duration.ofNanos(1), "regulation", "lint");
        assertThat(impatient.err()).contains("hoshimori regulation lint: working");
        Ran quiet = Ran.in(Map.of(), Duration.ofNanos(1), "regulation", "lint", "-q");
        assertThat(quiet.err()).isEmpty();
    }
}
