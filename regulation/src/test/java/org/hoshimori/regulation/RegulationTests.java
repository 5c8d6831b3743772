package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.regulation.Samples.tailored;
import static org.hoshimori.regulation.Samples.values;

import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Span;
import org.hoshimori.catalog.parameters.AccParameters;
import org.hoshimori.catalog.parameters.ItuParameters;
import org.hoshimori.catalog.parameters.OrgParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegulationTests {

    @Test
    void readsTypedParametersFromTheSample() {
        Regulation sample = Samples.tailored("");
        assertThat(sample.value(AccParameters.LOCKOUT_THRESHOLD_9_3_P)).contains(3L);
        assertThat(sample.value(AccParameters.LOCKOUT_DURATION_9_3_P)).contains(Span.parse("PT6H"));
        assertThat(sample.value(AccParameters.APPROVER_3).orElseThrow())
                .containsExactly("representative-director", "security-officer");
        assertThat(sample.value(ItuParameters.PRIVATE_USE)).contains(ItuParameters.PrivateUse.PERMIT);
        assertThat(sample.value(OrgParameters.MONTH)).isEmpty();
    }

    @Test
    void letsTheOperatorsValueStandAndKnowsWhoSetIt() {
        Regulation regulation = values("acc-9.3.p_lockout-threshold: 2");
        assertThat(regulation.value(AccParameters.LOCKOUT_THRESHOLD_9_3_P)).contains(2L);
        assertThat(regulation
                        .setting("acc-9.3.p_lockout-threshold")
                        .orElseThrow()
                        .setBy())
                .hasToString("t.yaml:2:32");
        assertThat(sentence(regulation, "acc-9.3.p.lockout")).contains("2回", "6時間");
    }

    @Test
    void letsTheLastOfSeveralTailoringsWin() {
        Regulation regulation = Regulation.resolve(
                Samples.CATALOG,
                TailoringReader.read("group.yaml", "values: {acc-9.3.p_min-length: 14, acc-9.3.g_min-length: 11}"),
                TailoringReader.read("company.yaml", "values: {acc-9.3.p_min-length: 16}"));
        assertThat(regulation.value(AccParameters.MIN_LENGTH_9_3_P)).contains(16L);
        assertThat(regulation.value(AccParameters.MIN_LENGTH_9_3_G)).contains(11L);
        assertThat(regulation
                        .setting("acc-9.3.p_min-length")
                        .orElseThrow()
                        .setBy()
                        .file())
                .isEqualTo("company.yaml");
    }

    @Test
    void keepsTheProhibitionAndDropsTheRestWhenPrivateDevicesAreForbidden() {
        Regulation regulation = values("itu-5.1_private-use: forbid");
        assertThat(sentence(regulation, "itu-5.1.forbid")).contains("業務").endsWith("てはならない。");
        assertThat(regulation.entry("itu-5.1.permit")).isEmpty();
        assertThat(present(regulation))
                .contains("itu-5.1", "itu-5.4")
                .doesNotContain("itu-5.2", "itu-5.3", "itu-5.5", "tel-2.2");
        assertThat(regulation.entry("itu-5.4.permit")).isEmpty();
        assertThat(sentence(regulation, "itu-5.4.permit-without-use")).doesNotContain("利用期間");
        assertThat(regulation.table("tel-1.2_devices")).isEmpty();
        assertThat(regulation.table("tel-1.2_company-devices")).isPresent();
    }

    @Test
    void dropsOnlyTheItemsOnRemoteConnectionWhenThatIsForbidden() {
        Set<String> forbidden = present(values("itu-5.3_remote-connection: forbid"));
        Set<String> permitted = present(values("itu-5.3_remote-connection: permit"));
        assertThat(permitted).contains("itu-5.3.d", "itu-5.3.e", "itu-5.3.f", "itu-5.3.g");
        assertThat(forbidden)
                .doesNotContain("itu-5.3.d", "itu-5.3.e", "itu-5.3.f", "itu-5.3.g")
                .contains("itu-5.1", "itu-5.2", "itu-5.3", "itu-5.3.c", "itu-5.3.h", "itu-5.3.m");
    }

    @Test
    void dropsEveryItemOnUseInsideWhenBringingInIsForbidden() {
        Regulation regulation = values("itu-5.4_bring-in: forbid");
        assertThat(regulation.clause("itu-5.4").orElseThrow().duties())
                .singleElement()
                .satisfies(d -> assertThat(d.id()).isEqualTo("itu-5.4.forbid"));
    }

    @ParameterizedTest
    @CsvSource({
        "itu-5.1.note, itu-5.1_private-use, permit",
        "itu-5.3.note, itu-5.3_remote-connection, forbid",
        "itu-5.4.note, itu-5.4_bring-in, permit",
    })
    void showsANoteForEditorsOnlyUntilTheChoiceIsMade(String note, String parameter, String choice) {
        assertThat(tailored("").entry(note)).isPresent();
        assertThat(values(parameter + ": " + choice).entry(note)).isEmpty();
    }

    @Test
    void followsARenamedPostAndItsWordingEverywhere() {
        Regulation regulation =
                tailored("values: {org-1.b_audit-wording: inspection}\nposts: {system-administrator: 情報システム課長}\n");
        assertThat(sentence(regulation, "org-2.a.inspect"))
                .startsWith("点検責任者は、")
                .contains("点検を実施する");
        assertThat(sentence(regulation, "inf-1.choose")).startsWith("情報システム課長は、");
    }

    @Test
    void leavesOutAnExcludedClauseWithAllWithinIt() {
        Regulation regulation = tailored("excluded: [{clause: tel-2, reason: 該当なし}]");
        assertThat(present(regulation))
                .doesNotContain("tel-2", "tel-2.1", "tel-2.1.a", "tel-2.3")
                .contains("tel-3");
        assertThat(regulation.exclusions().get("tel-2.1.a").reason().ja()).isEqualTo("該当なし");
    }

    @Test
    void showsAlteredAndAddedWordsAndMarksThem() {
        Regulation regulation = tailored("""
                altered:
                  ast-2.b: 全てのノートPCは{ast-2.b_unit}を暗号化する。
                added:
                  - {clause: ast-2.x-customs, within: ast-2, after: ast-2.b, title: 国外, text: 輸出管理の確認を受ける。, modality: must, actor: all-employees}
                """);
        assertThat(sentence(regulation, "ast-2.b")).isEqualTo("全てのノートPCはディスク全体を暗号化する。");
        assertThat(regulation.isAltered("ast-2.b")).isTrue();
        assertThat(regulation.isAdded("ast-2.x-customs")).isTrue();
        assertThat(regulation.clause("ast-2").orElseThrow().clauses().stream().map(Clause::id))
                .containsSubsequence("ast-2.b", "ast-2.x-customs", "ast-2.c");
    }

    @Test
    void replacesChangesAndRemovesRowsOfATable() {
        Regulation regulation = tailored("""
                tables:
                  phy-4_points:
                    change: [{row: head-post, point: 本社1階}]
                    remove: [other]
                  tel-2.3_markets:
                    - {row: fdroid, device: 端末, maker: F, market: F-Droid}
                """);
        assertThat(regulation.table("phy-4_points").orElseThrow().rows())
                .extracting(r -> r.id() + "=" + r.cells().get(2).words().ja())
                .containsExactly("head-post=本社1階", "head-registered=総務部", "head-parcel=本社1階の受付");
        assertThat(regulation.table("tel-2.3_markets").orElseThrow().rows()).hasSize(1);
    }

    @Test
    void datesChaptersByTheEffectiveDateUnlessTheySayOtherwise() {
        Regulation regulation = values("reg_effective-on: 2026-04-01", "hr_revised-on: 2026-10-01");
        Wording wording = new Wording(regulation, Lang.JA);
        assertThat(wording.value(regulation.setting("org_revised-on").orElseThrow()))
                .isEqualTo("2026年4月1日");
        assertThat(wording.value(regulation.setting("hr_revised-on").orElseThrow()))
                .isEqualTo("2026年10月1日");
    }

    @Test
    void leavesOutWhatDoesNotFitAndSaysSo() {
        Regulation regulation =
                values("acc-9.3.p_min-length: long", "acc-9.3.p_mni-length: 12", "itu-5.1_private-use: perhaps");
        assertThat(regulation.value(AccParameters.MIN_LENGTH_9_3_P)).contains(12L);
        assertThat(regulation.misfits())
                .extracting(Misfit::code)
                .containsExactly("wrong-type", "unknown-parameter", "unknown-choice");
    }

    static String sentence(Regulation regulation, String id) {
        return switch (regulation.entry(id).orElseThrow()) {
            case org.hoshimori.catalog.Duty duty -> new Wording(regulation, Lang.JA).say(duty.words());
            case org.hoshimori.catalog.Text text -> new Wording(regulation, Lang.JA).say(text.words());
            default -> throw new AssertionError(id);
        };
    }

    private static Set<String> present(Regulation regulation) {
        return regulation.chapters().stream()
                .flatMap(c -> c.clauses())
                .map(Clause::id)
                .collect(Collectors.toSet());
    }
}
