package org.hoshimori.core.passwords;

import java.util.Locale;

/**
 * What a password is based on.
 *
 * @param text of it, as a list has it or as it was typed
 */
public record Basis(Kind kind, String text) {

    /** What attackers build passwords from. */
    public enum Kind {
        /** A word, a name or a well-known password. */
        WORD,
        /** A word of one's own surroundings. */
        OWN,
        /** Keys beside one another. */
        KEYS,
        /** Characters that count up, dates, repetition. */
        SEQUENCE;

        /** In message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
