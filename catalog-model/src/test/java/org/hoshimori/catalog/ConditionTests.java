package org.hoshimori.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Map<String, Value> VALUES = Map.of(
            "a_use", new Value.OfCodes(List.of("forbid")),
            "a_ways", new Value.OfCodes(List.of("lock", "sleep")),
            "a_small", new Value.OfInteger(3),
            "a_large", new Value.OfInteger(12),
            "a_hours", new Value.OfSpan(Span.parse("PT6H")),
            "a_days", new Value.OfSpan(Span.parse("P1D")));

    private static final Condition.Facts FACTS = new Condition.Facts() {
        @Override
        public Optional<Value> value(String parameter) {
            return Optional.ofNullable(VALUES.get(parameter));
        }

        @Override
        public boolean isSet(String parameter) {
            return parameter.equals("a_use");
        }

        @Override
        public boolean isOpen(String parameter) {
            return parameter.equals("a_small");
        }

        @Override
        public boolean isPresent(String clause) {
            return clause.equals("a-1");
        }

        @Override
        public boolean isUntouched(String clause) {
            return false;
        }
    };

    @ParameterizedTest
    @CsvSource({
        "a_use = forbid, true",
        "a_use = permit, false",
        "a_use != permit, true",
        "a_ways has sleep, true",
        "a_ways has saver, false",
        "a_small < a_large, true",
        "a_small >= a_large, false",
        "a_hours > a_days, false",
        "a_hours <= P1D, true",
        "a_large > 3, true",
        "a_missing = x, false",
        "a_missing != x, true",
        "a_use = forbid and a_small = 3, true",
        "a_use = forbid and a_small = 4, false",
        "a_use = permit or a_small = 3, true",
        "present a-1, true",
        "excluded a-2, true",
        "untouched a-1, false",
        "a_small is-open, true",
        "unset a_use, false",
        "set a_use, true",
    })
    void holdsOrNot(String condition, boolean expected) {
        assertThat(Condition.parse(condition).holds(FACTS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a_use", "a_use =", "a_use = x and", "a = b and c = d or e = f", "a ~ b", "and", "= x"})
    void refusesWhatItDoesNotUnderstand(String condition) {
        assertThatThrownBy(() -> Condition.parse(condition)).isInstanceOf(IllegalArgumentException.class);
    }
}
