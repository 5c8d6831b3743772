package org.hoshimori.core.identity;

import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;

/** Something else that stands for a second factor ({@code acc-1.d}), which another room keeps. */
public interface FurtherFactor {

    /** Whether somebody has it. */
    boolean heldBy(PersonId person);

    /** Takes it away, so that it can be enrolled anew; whether there was any. */
    boolean forget(PersonId person, Actor by);
}
