package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a room has for somebody's day: what he or she must decide or do, and what has changed. Any room may implement it. */
public interface MyDay {

    /** To which of the day's three questions a line belongs. */
    enum Question {
        /** Somebody waits for a decision. */
        DECIDE,
        /** Something is to be done. */
        DO,
        /** Something is good to know. */
        CHANGED
    }

    /**
     * A line.
     *
     * @param message code of the sentence, in the room's messages; {@code message + ".do"} is what its button says
     * @param arguments of the sentence
     * @param by the day by which it should be done, where there is one
     * @param address of the page on which it is done
     */
    record Line(Question question, String message, List<Object> arguments, Optional<LocalDate> by, String address) {

        /** Keeps its own copy. */
        public Line {
            arguments = List.copyOf(arguments);
        }
    }

    /** The lines for a person with these permissions, on a day. */
    List<Line> lines(PersonId person, Set<String> permissions, LocalDate today);
}
