package org.hoshimori.core.approvals;

import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Finds a request for whoever may see it: who asked, who decides or has decided, and who may read the record. */
@Component
class RequestsSeen {

    private final Requests requests;

    RequestsSeen(Requests requests) {
        this.requests = requests;
    }

    Optional<Request> find(RequestId id, Seating today, PersonId person, Actor actor, boolean readsAll) {
        return requests.find(id).filter(r -> readsAll || concerns(r, today, person, actor));
    }

    private static boolean concerns(Request request, Seating today, PersonId person, Actor actor) {
        return request.requestedBy().equals(actor)
                || request.line().stream()
                        .anyMatch(s -> s.decision()
                                        .filter(d -> d.by().equals(person))
                                        .isPresent()
                                || Seating.taken(today.of(s.seat(), Approvals.person(request.requestedBy())), person)
                                        .isPresent());
    }
}
