package org.hoshimori.core.identity;

import org.hoshimori.core.organization.PersonId;

/** Who has a second factor ({@code acc-1.d}); the room of second factors knows. */
public interface HeldFactors {

    /** Whether somebody has an app that makes codes. */
    boolean enrolled(PersonId person);

    /** Whether somebody has something else that stands for it: a passkey. */
    boolean heldOtherwise(PersonId person);
}
