package org.hoshimori.core.posture;

import java.util.Locale;

/** How a clause stands; of several that hold, the first is told. */
public enum State {
    /** A check is not met, or a duty is overdue. */
    ALARM,
    /** What is not met is excepted for a time. */
    EXCEPTED,
    /** Nothing shows yet whether it is kept. */
    UNPROVEN,
    /** Somebody has given his or her word for it. */
    PERSON,
    /** All checks are met. */
    OK,
    /** It is read and acknowledged only. */
    TEXT,
    /** It does not apply. */
    EXCLUDED;

    /** As JSON, messages and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
