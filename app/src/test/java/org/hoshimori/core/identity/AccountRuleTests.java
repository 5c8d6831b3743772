package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;

class AccountRuleTests {

    private static final Instant SET = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void demandsASecondFactorOfThoseWhoReachTheLevel() {
        assertThat(rule(true).secondFactor()).as("3 in the sample").isTrue();
        assertThat(rule(false).secondFactor()).isFalse();
        for (int level : new int[] {2, 1}) {
            assertThat(rule(true, "acc-1.d_mfa-level: " + level).secondFactor()).isTrue();
            assertThat(rule(false, "acc-1.d_mfa-level: " + level).secondFactor())
                    .as("everybody, from level " + level)
                    .isTrue();
        }
    }

    @Test
    void limitsThePasswordsTimeOnlyWhereTheRegulationDoes() {
        assertThat(rule(true).changeBy(SET)).as("open in the sample").isEmpty();
        assertThat(rule(true, "acc-9.3.p_change-period: P90D").changeBy(SET)).contains(SET.plus(Duration.ofDays(90)));
        assertThat(rule(false, "acc-9.3.p_change-period: P90D").changeBy(SET)).isEmpty();
        assertThat(rule(false, "acc-9.3.p_change-period: P90D", "acc-9.3.g_periodic-change: as-privileged")
                        .changeBy(SET))
                .contains(SET.plus(Duration.ofDays(90)));
    }

    static AccountRule rule(boolean privileged, String... values) {
        StringBuilder text = new StringBuilder("tailoring: 1\n");
        if (values.length > 0) {
            text.append("values:\n");
        }
        for (String value : values) {
            text.append("  ").append(value).append('\n');
        }
        Regulation regulation =
                Regulation.resolve(CatalogJson.shipped(), TailoringReader.read("test.yaml", text.toString()));
        return AccountRule.of(new Revision(1, SET, "", regulation), privileged);
    }
}
