package org.hoshimori.core.duties;

import java.util.Optional;
import org.hoshimori.catalog.Span;

/**
 * A kind of duty as a revision of the regulation implies it.
 *
 * @param clause the clause that obliges, for reading
 * @param obliged the id of the catalog's duty that stands in it
 * @param rhythm of a recurring one
 * @param within of one that something sets off
 */
record Implied(
        DutyKind kind, String clause, String obliged, Optional<Rhythm> rhythm, Optional<Span> within, int revision) {}
