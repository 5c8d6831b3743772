package org.hoshimori.core.approvals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;

/** Finds the seat on which somebody decides. */
final class Deciding {

    private Deciding() {}

    /** A seat whose turn it is, with the chair that somebody takes there. */
    record Place(Sitting sitting, Seating.Chair chair) {}

    /** Where somebody decides: a seat of his or her own before one as a deputy; empty where it is somebody else's turn. */
    static Optional<Place> place(Request request, Seating seating, PersonId who) {
        Optional<PersonId> asking = Approvals.person(request.requestedBy());
        return request.waiting().stream()
                .flatMap(s -> Seating.taken(seating.of(s.seat(), asking), who).map(c -> new Place(s, c)).stream())
                .min(Comparator.comparing(p -> p.chair().standingIn()));
    }

    /** Everybody whose turn it is. */
    static List<Seating.Chair> all(Request request, Seating seating) {
        Optional<PersonId> asking = Approvals.person(request.requestedBy());
        return request.waiting().stream()
                .flatMap(s -> seating.of(s.seat(), asking).stream())
                .distinct()
                .toList();
    }
}
