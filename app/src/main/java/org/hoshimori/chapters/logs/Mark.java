package org.hoshimori.chapters.logs;

import java.time.Instant;
import org.hoshimori.logarchive.Marks;

/**
 * What a reviewer says of a hit.
 *
 * @param by a person as evidence names him or her, or a name where it was said on the command line
 */
record Mark(String hit, Marks.State state, String note, Instant at, String by) {

    static final String KIND = "log-hit";

    /** As evidence names what it is about. */
    String subject() {
        return KIND + ":" + hit;
    }

    public String code() {
        return state.name();
    }
}
