package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.parameters.AccParameters;
import org.junit.jupiter.api.Test;

class RegulationSnapshotTests {

    private static final Regulation REGULATION = Samples.tailored("""
            values:
              reg_company: 星社
              acc-9.3.p_lockout-threshold: 2
              itu-5.1_private-use: forbid
              no_such: 1
            posts: {security-officer: 最高責任者}
            excluded: [{clause: tel-2.2, reason: 該当なし}]
            altered: {ast-2.b: 必ず暗号化する。}
            added: [{clause: ast-2.x-customs, within: ast-2, title: 国外, text: 確認を受ける。, modality: must, actor: all-employees}]
            """);

    @Test
    void givesBackTheSameRegulation() {
        Regulation again = RegulationSnapshot.read(RegulationSnapshot.write(REGULATION));
        for (Lang lang : Lang.values()) {
            assertThat(new RegulationJson(again, lang).clauses())
                    .isEqualTo(new RegulationJson(REGULATION, lang).clauses());
            assertThat(new RegulationJson(again, lang).parameters())
                    .isEqualTo(new RegulationJson(REGULATION, lang).parameters());
        }
        assertThat(again.settings()).containsExactlyElementsOf(REGULATION.settings());
        assertThat(again.exclusions()).isEqualTo(REGULATION.exclusions());
        assertThat(again.isAltered("ast-2.b")).isTrue();
        assertThat(again.isAdded("ast-2.x-customs")).isTrue();
        assertThat(again.clause("ast-2.x-customs")).isEqualTo(REGULATION.clause("ast-2.x-customs"));
        assertThat(again.misfits()).isEqualTo(REGULATION.misfits()).isNotEmpty();
        assertThat(again.value(AccParameters.LOCKOUT_THRESHOLD_9_3_P)).contains(2L);
        assertThat(Lint.of(again)).isEqualTo(Lint.of(REGULATION));
    }

    @Test
    void writesTheSameBytesForTheSameRegulation() {
        byte[] once = RegulationSnapshot.write(REGULATION);
        assertThat(RegulationSnapshot.write(RegulationSnapshot.read(once))).isEqualTo(once);
    }

    @Test
    void refusesWhatIsNoSnapshot() {
        for (String text : List.of("", "{}", "[1]", "{\"format\": 2}", "\u0000")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegulationSnapshot.read(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
