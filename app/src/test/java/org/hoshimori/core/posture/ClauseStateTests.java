package org.hoshimori.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Mode;
import org.hoshimori.core.posture.ClauseState.Signs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClauseStateTests {

    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");

    private static final List<Duty> EXECUTED = only(Mode.EXECUTED);
    private static final List<Duty> PERSON = only(Mode.PERSON);

    @Test
    void theFirstThatHoldsIsTold() {
        assertThat(signs(2, 0, 5, 1, 1, 1, null).state(EXECUTED)).isEqualTo(State.ALARM);
        assertThat(signs(2, 0, 5, 0, 1, 1, null).state(EXECUTED))
                .as("an overdue duty")
                .isEqualTo(State.ALARM);
        assertThat(signs(2, 0, 5, 0, 1, 0, null).state(EXECUTED)).isEqualTo(State.EXCEPTED);
        assertThat(signs(2, 0, 0, 0, 0, 0, null).state(EXECUTED))
                .as("nothing in scope yet")
                .isEqualTo(State.UNPROVEN);
        assertThat(signs(2, 1, 5, 0, 0, 0, null).state(EXECUTED))
                .as("a check that can't run proves nothing")
                .isEqualTo(State.UNPROVEN);
        assertThat(signs(0, 0, 0, 0, 0, 0, null).state(EXECUTED)).isEqualTo(State.UNPROVEN);
        assertThat(signs(0, 0, 0, 0, 0, 0, THEN).state(EXECUTED)).isEqualTo(State.PERSON);
        assertThat(signs(1, 0, 5, 0, 0, 0, null).state(EXECUTED)).isEqualTo(State.OK);
        assertThat(signs(1, 0, 5, 0, 0, 0, null).state(PERSON))
                .as("a person's part is not shown by a check")
                .isEqualTo(State.UNPROVEN);
        assertThat(signs(1, 0, 5, 0, 0, 0, THEN).state(PERSON)).isEqualTo(State.PERSON);
        assertThat(signs(0, 0, 0, 0, 0, 0, null).state(List.of())).isEqualTo(State.TEXT);
    }

    private static Signs signs(
            int checks, int broken, int ok, int alarm, int excepted, int overdue, @Nullable Instant word) {
        return new Signs(checks, broken, ok, alarm, 3, excepted, overdue, THEN, word);
    }

    private static List<Duty> only(Mode mode) {
        return CatalogJson.shipped()
                .clauses()
                .map(Clause::duties)
                .filter(d -> !d.isEmpty() && d.stream().allMatch(e -> e.mode() == mode))
                .findFirst()
                .orElseThrow();
    }
}
