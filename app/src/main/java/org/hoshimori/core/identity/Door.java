package org.hoshimori.core.identity;

import java.util.Locale;

/** Where attempts are counted, each apart. */
enum Door {
    PASSWORD,
    SECOND_FACTOR;

    static Door of(String code) {
        return code.equals(PASSWORD.code()) ? PASSWORD : SECOND_FACTOR;
    }

    /** As the database names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
