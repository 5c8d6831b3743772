package org.hoshimori.regulation;

import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Value;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * A parameter in the regulation: its value, and who set it.
 *
 * @param value the value in force, or null where nobody has given one
 * @param setBy the place in a tailoring that set it, or null where the sample stands
 */
public record Setting(
        Parameter parameter,
        @Nullable Value value,
        @Nullable Place setBy) {

    /** How a value came to stand. */
    public enum State {
        /** The sample stands, and may. */
        SAMPLE,
        /** The operator has set it. */
        SET,
        /** The operator must still fill it in (red). */
        FILL,
        /** The operator must still choose (blue). */
        CHOOSE
    }

    /** How the value came to stand. */
    public State state() {
        if (setBy != null) {
            return State.SET;
        }
        return switch (parameter.openness()) {
            case FILL -> State.FILL;
            case CHOOSE -> State.CHOOSE;
            case SETTLED -> value == null ? State.FILL : State.SAMPLE;
        };
    }

    /** Whether the place is still open. */
    public boolean open() {
        return state() == State.FILL || state() == State.CHOOSE;
    }
}
