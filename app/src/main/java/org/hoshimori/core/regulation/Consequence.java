package org.hoshimori.core.regulation;

import java.time.Instant;
import java.util.List;
import org.hoshimori.regulation.Regulation;

/** What a room would do differently under another regulation, worked out from its data as they are now. Any room may implement it. */
public interface Consequence {

    /** What kind of thing would happen. */
    enum Kind {
        /** Somebody would be asked for more at log-in, or could not log in. */
        LOG_IN,
        /** A duty would come, go or be due at another time. */
        DUTY,
        /** A check would fail that does not now, or the other way round. */
        FINDING,
        /** An approval would no longer hold, or be asked of somebody else. */
        APPROVAL
    }

    /**
     * One thing that would happen.
     *
     * @param message code of the sentence, in the room's messages
     * @param arguments of the sentence
     * @param subjects ids of those concerned ({@code person:…}), at most a few hundred
     * @param address of a page that tells more
     */
    record Effect(Kind kind, String message, List<Object> arguments, List<String> subjects, String address) {

        /** Keeps its own copies. */
        public Effect {
            arguments = List.copyOf(arguments);
            subjects = List.copyOf(subjects);
        }
    }

    /** All that would happen here if the draft were in force instead of the regulation that is; nothing is changed. */
    List<Effect> of(Regulation now, Regulation draft, Instant at);
}
