package org.hoshimori.core.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much it matters that a check fails. */
public enum Severity {
    /** Good to put right. */
    LOW,
    /** To be put right. */
    MEDIUM,
    /** To be put right soon. */
    HIGH,
    /** To be put right at once. */
    CRITICAL;

    /** As headers and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of a code. */
    public static Optional<Severity> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
