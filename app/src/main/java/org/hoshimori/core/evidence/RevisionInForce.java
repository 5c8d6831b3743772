package org.hoshimori.core.evidence;

import java.time.Instant;

/** Tells which revision of the regulation is in force, so that every entry can name it; a higher room answers. */
public interface RevisionInForce {

    /** The id of the revision that holds at this instant. */
    String revisionAt(Instant instant);
}
