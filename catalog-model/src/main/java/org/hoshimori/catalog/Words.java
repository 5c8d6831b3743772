package org.hoshimori.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The same thing said in Japanese and in English. The catalog has both; an operator's own words may be given in one
 * language only and are then shown in the other as they are, which {@link #lacks(Lang)} tells.
 */
public record Words(@Nullable String ja, @Nullable String en) {

    /** Refuses words that say nothing in either language. */
    public Words {
        if (ja == null && en == null) {
            throw new IllegalArgumentException("no words in any language");
        }
    }

    /** Words that are the same in both languages, such as a product's name. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** Words given in one language only. */
    public static Words only(Lang lang, String text) {
        return lang == Lang.JA ? new Words(text, null) : new Words(null, text);
    }

    /** The words in this language, or in the other where this one has none. */
    public String in(Lang lang) {
        String wanted = lang == Lang.JA ? ja : en;
        String given = wanted != null ? wanted : lang == Lang.JA ? en : ja;
        return Objects.requireNonNull(given);
    }

    /** Whether the words are shown in the other language because this one has none. */
    public boolean lacks(Lang lang) {
        return (lang == Lang.JA ? ja : en) == null;
    }
}
