package org.hoshimori.proof;

import java.util.Locale;

/** Something that {@link Verification} has to say: a {@link Fault}, or a {@link Notice} that is none. */
public sealed interface Finding permits Fault, Notice {

    /** Code and arguments; the code is stable. */
    Problem problem();

    /** One sentence for people. */
    default String say(Locale locale) {
        return problem().say(locale);
    }
}
