package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hoshimori.core.evidence.Actor;

/** What people hold of a room, so that it goes to somebody else when they leave. Any room may implement it. */
public interface LeaverItems {

    /**
     * A thing that somebody holds.
     *
     * @param message code of what it is called
     * @param arguments of the message
     * @param address of its page
     */
    record Item(String message, List<Object> arguments, String address) {

        /** Keeps its own copy. */
        public Item {
            arguments = List.copyOf(arguments);
        }
    }

    /** What each of these holds after a day of his or her own; who holds nothing then is left out. Asked once for a whole page. */
    Map<PersonId, List<Item>> held(Map<PersonId, LocalDate> after);

    /** Hands all that somebody holds over to somebody else, in the caller's transaction. */
    void handOver(PersonId from, PersonId to, LocalDate firstDay, Actor by);
}
