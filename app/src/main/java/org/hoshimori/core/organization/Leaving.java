package org.hoshimori.core.organization;

import java.time.LocalDate;

/** Whether somebody may leave; the room of hand-overs knows what would be owned by nobody. */
public interface Leaving {

    /** Whether something would be owned by nobody if somebody left after this day, and nobody has said by when it will not. */
    boolean leavesOwnerless(PersonId person, LocalDate lastDay);
}
