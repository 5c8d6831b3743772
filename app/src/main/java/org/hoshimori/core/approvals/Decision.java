package org.hoshimori.core.approvals;

import java.time.Instant;
import org.hoshimori.core.organization.PersonId;

/**
 * What was decided on a seat.
 *
 * @param post in which the decider sat
 * @param standingIn whether as a deputy
 * @param comment in his or her own words, or empty
 */
record Decision(Verdict verdict, PersonId by, Instant at, String post, boolean standingIn, String comment) {}
