package org.hoshimori.mail;

import java.util.Locale;

/** A header field as text: unfolded, 8-bit decoded, encoded words still as they are. */
record Header(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Its name in lower case. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
