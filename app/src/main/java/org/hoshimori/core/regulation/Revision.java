package org.hoshimori.core.regulation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.ParameterKey;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;

/**
 * An adopted regulation.
 *
 * @param number counts from 1; 0 is the sample, which stands until a first one is in force
 * @param effectiveAt from when it holds
 * @param digest SHA-256 of what was adopted, hexadecimal
 */
public record Revision(int number, Instant effectiveAt, String digest, Regulation regulation) {

    /** As evidence names it. */
    public String id() {
        return "revision:" + number;
    }

    /** Whether nothing has been adopted yet, so that the sample stands. */
    public boolean sample() {
        return number == 0;
    }

    /** A parameter's value; empty where neither operator nor sample gives one. */
    public <T> Optional<T> value(ParameterKey<T> key) {
        return regulation.value(key);
    }

    /** Its words in the language of a page. */
    public Wording wording(Locale locale) {
        return new Wording(regulation, language(locale));
    }

    /** The regulation's language for a page: English for English ones, otherwise Japanese. */
    public static Lang language(Locale locale) {
        return locale.getLanguage().equals("en") ? Lang.EN : Lang.JA;
    }
}
