package org.hoshimori.core.findings;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An exception for a time: a finding that is known, answered for by somebody and made up for in another way.
 *
 * @param measure what makes up for it
 * @param endsOn its last day
 * @param seen digest of the facts for which it was asked: it holds for these only
 */
record Exemption(
        UUID id,
        int check,
        String subject,
        String clause,
        String reason,
        String measure,
        LocalDate endsOn,
        String seen,
        State state) {

    /** The version of {@link #record}. */
    static final int PROJECTION = 1;

    /** How far it has come. */
    enum State {
        /** Somebody is to approve it. */
        ASKED,
        /** It holds until its last day. */
        APPROVED,
        /** It was not approved. */
        REFUSED,
        /** It was taken back, or ended before its time. */
        WITHDRAWN,
        /** The facts are others than those it was asked for. */
        LAPSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What is approved. */
    Map<String, Object> record(String checkName, String seenNow) {
        return new TreeMap<>(Map.of(
                "check", "check:" + checkName,
                "about", subject,
                "reason", reason,
                "measure", measure,
                "endsOn", endsOn.toString(),
                "seen", seenNow));
    }

    public boolean holdsOn(LocalDate day) {
        return state == State.APPROVED && !endsOn.isBefore(day);
    }
}
