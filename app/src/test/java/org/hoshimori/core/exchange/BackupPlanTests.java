package org.hoshimori.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hoshimori.core.storage.StorageRefused;
import org.junit.jupiter.api.Test;

class BackupPlanTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOON = Instant.parse("2026-11-25T03:00:00Z");

    private final BackupPlan nightly = BackupPlan.of("P1D", "02:30", 7);

    @Test
    void isDueOnceANight() {
        Instant night = Instant.parse("2026-11-24T17:30:00Z");
        assertThat(nightly.slot(NOON, TOKYO)).isEqualTo(night);
        assertThat(nightly.due(night.minusSeconds(1), NOON, TOKYO)).isTrue();
        assertThat(nightly.due(night, NOON, TOKYO)).isFalse();
        assertThat(nightly.due(night, night.plusSeconds(86_400), TOKYO)).isTrue();
        assertThat(BackupPlan.of("PT6H", "02:30", 7).slot(NOON, TOKYO))
                .isEqualTo(Instant.parse("2026-11-24T23:30:00Z"));
    }

    @Test
    void isOverdueAfterTwoRounds() {
        assertThat(nightly.overdue(Optional.of(NOON), NOON, NOON.plusSeconds(2 * 86_400)))
                .isFalse();
        assertThat(nightly.overdue(Optional.of(NOON), NOON, NOON.plusSeconds(2 * 86_400 + 1)))
                .isTrue();
        assertThat(nightly.overdue(Optional.empty(), NOON, NOON.plusSeconds(1))).isFalse();
        assertThat(nightly.overdue(Optional.empty(), NOON, NOON.plusSeconds(3 * 86_400)))
                .isTrue();
    }

    @Test
    void canBeOff() {
        BackupPlan off = BackupPlan.of("off", "02:30", 7);
        assertThat(off.on()).isFalse();
        assertThat(off.due(Instant.EPOCH, NOON, TOKYO)).isFalse();
        assertThat(off.overdue(Optional.empty(), Instant.EPOCH, NOON)).isFalse();
    }

    @Test
    void refusesWhatIsNoPlan() {
        for (String[] wrong :
                new String[][] {{"P1M", "02:30"}, {"PT5M", "02:30"}, {"P1D", "25:00"}, {"daily", "02:30"}}) {
            assertThatThrownBy(() -> BackupPlan.of(wrong[0], wrong[1], 7)).isInstanceOf(StorageRefused.class);
        }
        assertThatThrownBy(() -> BackupPlan.of("P1D", "02:30", 0)).isInstanceOf(StorageRefused.class);
    }
}
