package org.hoshimori.frame;

import org.hoshimori.core.identity.SignedIn;

/** Tells the head of every page how much somebody has not read yet; a room above answers. */
public interface Bell {

    /** How many notices the person has not read; asked once a page. */
    long unread(SignedIn person);
}
