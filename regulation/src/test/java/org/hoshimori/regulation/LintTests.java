package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.regulation.Samples.tailored;
import static org.hoshimori.regulation.Samples.values;

import java.util.List;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values: {acc-9.3.p_mni-length: 12} | unknown-parameter | ERROR",
                "values: {acc-9.3.p_min-length: many} | wrong-type | ERROR",
                "values: {itu-5.1_private-use: maybe} | unknown-choice | ERROR",
                "values: {acc-3_approver: king} | unknown-choice | ERROR",
                "values: {acc-9.3.p_min-length: 8} | weaker-than-sample | WARNING",
                "values: {acc-9.3.p_lockout-threshold: 10} | weaker-than-sample | WARNING",
                "values: {inf-3.b_retention: P1Y} | weaker-than-sample | WARNING",
                "values: {itu-3.2_screen-saver-within: PT30M} | weaker-than-sample | WARNING",
                "values: {inc-5_my-number-persons: 200} | weaker-than-law | ERROR",
                "values: {inc-5_ppc-first: P10D} | weaker-than-law | ERROR",
                "values: {acc-9.3.g_min-length: 14} | general-stricter-than-privileged-length | WARNING",
                "values: {acc-9.3.g_lockout-threshold: 2} | general-stricter-than-privileged-threshold | WARNING",
                "values: {acc-1.d_mfa-level: 2} | office-systems-without-mfa | WARNING",
                "values: {inf-3.b_retention: P7D} | log-retention-shorter-than-review | WARNING",
                "values: {reg_company: 株式会社○○} | placeholder | ERROR",
                "excluded: [tel-2.2] | exclusion-without-reason | ERROR",
                "excluded: [{clause: tel-9, reason: x}] | unknown-clause | ERROR",
                "excluded: [{clause: ast-3, reason: x}] | refers-to-excluded | WARNING",
                "altered: {ast-2.b: '[[ast-99]]による。'} | dangling-link | ERROR",
                "altered: {ast-2.b: '{no_such}'} | unknown-insertion | ERROR",
                "altered: {ast-2.b: '{@king}が行う。'} | unknown-post | ERROR",
                "altered: {ast-2.b: 暗号化する。} | one-language | INFO",
                "altered: {ast-2.zz: x} | unknown-text | ERROR",
                "tables: {no_table: []} | unknown-table | ERROR",
                "tables: {phy-1_areas: []} | arranged-table | ERROR",
                "tables: {phy-4_points: {remove: [zz]}} | unknown-row | ERROR",
                "tables: {phy-4_points: [{row: a, zz: b}]} | unknown-column | ERROR",
                "added: [{clause: ast-2, within: ast, title: a, text: b}] | id-taken | ERROR",
                "added: [{clause: other, within: ast-2, title: a, text: b}] | bad-added-id | ERROR",
                "added: [{clause: ast-2.x-a, within: ast-2, title: a, text: b, modality: have-to}] | unknown-code | ERROR",
                "added: [{clause: ast-2.x-a, within: ast-2, title: a, text: b, mode: foo}] | unknown-code | ERROR",
                "added: [{clause: ast-2.x-a, within: ast-2, title: a, text: b, actor: king}] | unknown-code | ERROR",
                "values: {itu-5.1_private-use: [forbid, permit]} | one-only | ERROR",
                "values: {reg_company: 星社} | one-language | INFO",
                "excluded: [{clause: tel-2.2, reason: ' '}] | exclusion-without-reason | ERROR",
                "catalog: 0.9.0 | other-catalog | WARNING",
                "values: {itu-5.1_private-use: forbid} | editing-note-private-use | INFO",
            })
    void reports(String yaml, String rule, Severity severity) {
        List<Finding> findings = Lint.of(tailored(yaml));
        assertThat(findings).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.severity()).isEqualTo(severity);
            assertThat(f.message().ja()).isNotBlank().doesNotContain("{");
            assertThat(f.message().en()).isNotBlank().doesNotContain("{");
        });
        assertThat(Lint.of(tailored(""))).noneMatch(f -> f.rule().equals(rule) && !rule.equals("placeholder"));
    }

    @Test
    void countsOpenPlacesUntilTheyAreFilled() {
        assertThat(open(tailored(""))).contains("reg_company", "org-2.a_month", "itu-5.1_private-use");
        assertThat(open(values("reg_company: 星社", "org-2.a_month: 6", "itu-5.1_private-use: permit")))
                .doesNotContain("reg_company", "org-2.a_month", "itu-5.1_private-use");
    }

    @Test
    void asksNothingAboutClausesThatAreExcluded() {
        assertThat(open(tailored("excluded: [{clause: tel-6, reason: なし}]"))).doesNotContain("tel-6_phone");
    }

    @Test
    void guessesWhichIdWasMeantAndSaysWhere() {
        Finding finding = Lint.of(values("acc-9.3.p_mni-length: 12")).stream()
                .filter(f -> f.rule().equals("unknown-parameter"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.suggestion().en()).contains("acc-9.3.p_min-length");
        assertThat(finding.place()).hasToString("t.yaml:2:25");
    }

    @Test
    void guessesWhichChoiceWasMeant() {
        assertThat(suggestion("values: {acc-3_approver: [security-officer, security-offcer]}", "unknown-choice"))
                .contains("security-officer");
        assertThat(suggestion(
                        "added: [{clause: ast-2.x-a, within: ast-2, title: a, text: b, mode: persn}]", "unknown-code"))
                .contains("person");
    }

    @ParameterizedTest
    @CsvSource({
        "acc-9.3.p_min-length, twelve, 3",
        "org-2.a_month, 13, 1 to 12",
        "reg_effective-on, 令和8年4月1日, 2026-04-01",
        "acc-9.3.p_lockout-duration, 6時間, PT6H",
        "org-1.c_meeting-rhythm, 年4回, P3M",
        "ast-2.a_inform-responsible, maybe, true or false",
        "'reg_company', '[a, b]', one text"
    })
    void saysHowToWriteEachType(String parameter, String wrong, String how) {
        assertThat(suggestion("values: {" + parameter + ": " + wrong + "}", "wrong-type"))
                .contains(how);
    }

    private static String suggestion(String yaml, String rule) {
        return Lint.of(tailored(yaml)).stream()
                .filter(f -> f.rule().equals(rule))
                .map(f -> f.suggestion() == null ? "" : f.suggestion().en())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesAnAddedClauseWithinAnExcludedOne() {
        Regulation regulation = tailored("""
                excluded: [{clause: tel-2.2, reason: なし}]
                added: [{clause: tel-2.2.x-a, within: tel-2.2, title: a, text: b}]
                """);
        assertThat(Lint.misfits(regulation)).extracting(Finding::rule).containsExactly("within-excluded");
        assertThat(regulation.isAdded("tel-2.2.x-a")).isFalse();
    }

    @Test
    void saysOnceAndWithItsPlaceWhatAnAddedClauseLacks() {
        assertThat(Lint.of(tailored("added: [{clause: ast-2.x-a, within: ast-2, title: あ, text: い}]")))
                .filteredOn(f -> f.subject().equals("ast-2.x-a") && f.rule().equals("one-language"))
                .singleElement()
                .satisfies(f -> assertThat(f.place()).isNotNull());
    }

    @Test
    void doesNotGuessForEveryLineOfAFileThatFitsNowhere() {
        StringBuilder yaml = new StringBuilder("altered:\n");
        for (int i = 0; i < 20_000; i++) {
            yaml.append("  ast-2.b").append(i).append(": x\n");
        }
        List<Finding> findings = Lint.misfits(tailored(yaml.toString()));
        assertThat(findings).hasSize(20_000);
        assertThat(findings.stream().filter(f -> f.suggestion() != null).count())
                .isLessThan(1_000);
    }

    @Test
    void offersTheRemedyAsASetting() {
        Finding finding = Lint.of(values("acc-9.3.g_min-length: 14")).stream()
                .filter(f -> f.rule().startsWith("general-stricter"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.remedies()).singleElement().satisfies(r -> {
            assertThat(r.parameter()).isEqualTo("acc-9.3.p_min-length");
            assertThat(r.value()).isEqualTo("14");
        });
    }

    @Test
    void doesNotWarnOfWhatItsOwnAdviceLoosens() {
        assertThat(weaker("sup-1_importance: 2")).satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.INFO);
            assertThat(f.suggestion()).isNull();
        });
        assertThat(weaker("sup-1_importance: 3").severity()).isEqualTo(Severity.WARNING);
    }

    private static Finding weaker(String value) {
        return Lint.of(values(value)).stream()
                .filter(f -> f.rule().equals("weaker-than-sample"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesSarifThatNamesRuleLevelAndPlace() {
        String sarif = new LintReport(Lint.of(values("acc-9.3.p_min-length: many")), Lang.JA).sarif("t.yaml");
        JsonNode root = JSON.readTree(sarif);
        assertThat(root.at("/version").asString()).isEqualTo("2.1.0");
        JsonNode first = root.at("/runs/0/results/0");
        assertThat(first.at("/ruleId").asString()).isEqualTo("wrong-type");
        assertThat(first.at("/level").asString()).isEqualTo("error");
        assertThat(first.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(2);
        int index = first.at("/ruleIndex").asInt();
        assertThat(root.at("/runs/0/tool/driver/rules/" + index + "/id").asString())
                .isEqualTo("wrong-type");
    }

    @Test
    void countsInJsonWhatItListsThere() {
        JsonNode root = JSON.readTree(new LintReport(Lint.of(tailored("")), Lang.EN).json());
        long errors = root.at("/findings")
                .valueStream()
                .filter(f -> f.at("/severity").asString().equals("error"))
                .count();
        assertThat(root.at("/counts/error").asLong()).isEqualTo(errors).isPositive();
    }

    private static List<String> open(Regulation regulation) {
        return Lint.of(regulation).stream()
                .filter(f -> f.rule().startsWith("open-"))
                .map(Finding::subject)
                .toList();
    }
}
