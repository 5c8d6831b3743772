package org.hoshimori.core.findings;

import java.util.Locale;

/** Why something is not as it should be: the three views of {@code org-2.b}. */
enum Cause {
    /** The rule is not lived by effectively: find the cause and improve. */
    NOT_LIVED,
    /** The rule is insufficient or ineffective: revise it. */
    RULE_INSUFFICIENT,
    /** The rule falls short of law or customers' demands: revise it. */
    RULE_SHORT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cause of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
