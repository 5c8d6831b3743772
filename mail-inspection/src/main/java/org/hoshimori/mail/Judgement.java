package org.hoshimori.mail;

import java.util.Locale;

/**
 * Whether one indicator holds of a message.
 *
 * @param where the header, the place in the text or the attachment; empty where there is nothing to point at
 */
public record Judgement(Indicator indicator, State state, String where, Reason reason) {

    /** Three answers; the third says that the message or the context does not tell. */
    public enum State {
        HOLDS,
        NOT,
        UNKNOWN;

        /** As written in JSON. */
        public String word() {
            return switch (this) {
                case HOLDS -> "holds";
                case NOT -> "not";
                case UNKNOWN -> "unknown";
            };
        }
    }

    static Judgement holds(Indicator indicator, String where, String code, String... arguments) {
        return new Judgement(indicator, State.HOLDS, where, Reason.of(indicator.id() + "." + code, arguments));
    }

    static Judgement not(Indicator indicator) {
        return new Judgement(indicator, State.NOT, "", Reason.of("not"));
    }

    static Judgement unknown(Indicator indicator, String code) {
        return new Judgement(indicator, State.UNKNOWN, "", Reason.of("unknown." + code));
    }

    /** Where it was found, in words; empty where there is nothing to point at. */
    public String place(Locale locale) {
        return Place.text(where, locale);
    }

    /** Whether it does. */
    public boolean holds() {
        return state == State.HOLDS;
    }
}
