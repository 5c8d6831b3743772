package org.hoshimori.regulation;

import java.util.Locale;

/** How grave a finding of lint is; the order is from light to grave. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Should be looked at before the regulation is adopted. */
    WARNING,
    /** The regulation can't be adopted like this. */
    ERROR;

    /** The code in files and outputs: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Severity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
