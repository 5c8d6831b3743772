package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.regulation.Samples.tailored;
import static org.hoshimori.regulation.Samples.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTests {

    private static final Regulation SAMPLE = tailored("");

    @Test
    void findsNothingBetweenARegulationAndItself() {
        assertThat(Difference.between(SAMPLE, tailored(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acc-9.3.p_min-length: 14 | TIGHTENED",
                "acc-9.3.p_min-length: 8 | LOOSENED",
                "acc-9.3.p_lockout-threshold: 2 | TIGHTENED",
                "acc-9.3.p_lockout-threshold: 9 | LOOSENED",
                "acc-9.3.p_lockout-duration: PT12H | TIGHTENED",
                "inf-3.b_retention: P1Y | LOOSENED",
                "inf-3.d_rhythm: P7D | TIGHTENED",
                "itu-4.1_restriction: filter | TIGHTENED",
                "acc-9.3.p_character-classes: [upper, lower] | LOOSENED",
                "ast-2.e_measure: [strap] | CHANGED",
                "reg_company: 星社 | CHANGED",
            })
    void saysWhetherAParameterWasTightenedOrLoosened(String setting, Strictness strictness) {
        String id = setting.substring(0, setting.indexOf(':'));
        List<Change> changes = Difference.between(SAMPLE, values(setting));
        assertThat(changes).filteredOn(c -> c.id().equals(id)).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Change.Kind.PARAMETER);
            assertThat(c.strictness()).isEqualTo(strictness);
            assertThat(c.after()).isNotNull();
        });
    }

    @Test
    void listsWhatAnExclusionTakesAway() {
        List<Change> changes = Difference.between(SAMPLE, tailored("excluded: [{clause: tel-4.3, reason: x}]"));
        assertThat(changes)
                .extracting(c -> c.kind() + " " + c.id())
                .contains("CLAUSE_REMOVED tel-4.3", "DUTY_REMOVED tel-4.3.lock", "DUTY_REMOVED tel-4.3.passwords");
        assertThat(changes).allSatisfy(c -> assertThat(c.after()).isNull());
    }

    @Test
    void listsAddedClausesAlteredWordsAndChangedRows() {
        List<Change> changes = Difference.between(SAMPLE, tailored("""
                altered: {ast-2.b: {ja: 必ず暗号化する。, en: Always encrypt.}}
                added: [{clause: ast-2.x-new, within: ast-2, title: 新, text: 新しい定め。}]
                tables: {phy-4_points: {change: [{row: head-post, point: {ja: 一階, en: first floor}}], remove: [other]}}
                """));
        assertThat(changes)
                .extracting(c -> c.kind() + " " + c.id())
                .containsExactlyInAnyOrder(
                        "WORDS ast-2.b",
                        "CLAUSE_ADDED ast-2.x-new",
                        "DUTY_ADDED ast-2.x-new",
                        "ROW_CHANGED phy-4_points#head-post",
                        "ROW_REMOVED phy-4_points#other");
    }

    @Test
    void readsBackwardsAsTheOpposite() {
        Regulation strict = values("acc-9.3.p_min-length: 14");
        assertThat(Difference.between(strict, SAMPLE))
                .singleElement()
                .satisfies(c -> assertThat(c.strictness()).isEqualTo(Strictness.LOOSENED));
    }

    @Test
    void saysWordsWithTheirValuesAndNamesTitlesByWhatTheyWere() {
        Regulation altered =
                tailored("values: {itu-5.3_remote-connection: permit}\naltered: {inf-5: '{@security-officer}の情報収集'}");
        List<Change> changes = Difference.between(SAMPLE, altered);
        assertThat(changes).allSatisfy(c -> {
            assertThat(c.label().ja()).doesNotContain("{");
            assertThat(c.after() == null ? "" : c.after().ja()).doesNotContain("{");
        });
        assertThat(changes)
                .filteredOn(c -> c.id().equals("inf-5"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.after().ja()).isEqualTo("情報セキュリティ責任者の情報収集");
                    assertThat(c.label()).isEqualTo(c.before());
                });
    }
}
