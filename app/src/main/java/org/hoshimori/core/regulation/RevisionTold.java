package org.hoshimori.core.regulation;

import java.time.Instant;

/**
 * A revision, as the API tells it.
 *
 * @param number 0 is the sample
 * @param inForce whether it holds now
 */
record RevisionTold(int number, String name, Instant effectiveAt, String digest, boolean inForce) {}
