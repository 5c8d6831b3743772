/**
 * The executable regulation: a catalog and an operator's tailoring resolve to the regulation, whose clauses, duties and
 * typed parameters everything else reads. Also what is still open or contradictory in it (lint), what sets two of them
 * apart (diff), and how a tailoring moves to a newer catalog (rebase).
 */
@NullMarked
package org.hoshimori.regulation;

import org.jspecify.annotations.NullMarked;
