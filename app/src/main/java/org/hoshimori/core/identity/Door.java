package org.hoshimori.core.identity;

import java.util.Arrays;
import java.util.Locale;

/** The ways by which somebody comes in, or a step of one; attempts are counted apart at those where one can guess. */
public enum Door {
    PASSWORD,
    SECOND_FACTOR,
    PASSKEY,
    SIGN_ON,
    TERMINAL;

    static Door of(String code) {
        return Arrays.stream(values())
                .filter(d -> d.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** As the database names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
