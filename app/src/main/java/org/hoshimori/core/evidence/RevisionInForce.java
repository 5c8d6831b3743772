package org.hoshimori.core.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells which revision of the regulation is in force, so that every entry can name it; a higher room answers. */
public interface RevisionInForce {

    /** The id of the revision that holds at this instant; null where nobody can tell, as without the application. */
    @Nullable
    String revisionAt(Instant instant);
}
