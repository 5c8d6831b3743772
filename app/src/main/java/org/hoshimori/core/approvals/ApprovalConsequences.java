package org.hoshimori.core.approvals;

import java.time.Instant;
import java.util.List;
import org.hoshimori.catalog.parameters.OrgParameters;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.Consequence;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.springframework.stereotype.Component;

/** Open requests that nobody could decide any more: posts and who reports to whom stand in the regulation. */
@Component
class ApprovalConsequences implements Consequence {

    private static final int MOST = 500;

    private final Requests requests;
    private final RequestList list;
    private final SeatingToday seating;

    ApprovalConsequences(Requests requests, RequestList list, SeatingToday seating) {
        this.requests = requests;
        this.list = list;
        this.seating = seating;
    }

    @Override
    public List<Effect> of(Regulation now, Regulation draft, Instant at) {
        Revision revision = new Revision(-1, at, "", draft);
        Seating today = seating.read();
        Seating then = new Seating(
                today.held(),
                today.heads(),
                Posts.superiors(draft),
                revision.value(OrgParameters.TOP_MANAGEMENT).orElse(List.of()),
                today.standIns());
        if (then.equals(today)) {
            return List.of();
        }
        List<Request> open = requests.find(list.open(MOST));
        List<String> other = open.stream()
                .filter(r -> !Deciding.all(r, today).equals(Deciding.all(r, then)))
                .map(Request::subject)
                .toList();
        return other.isEmpty()
                ? List.of()
                : List.of(new Effect(
                        Kind.APPROVAL, "consequence.deciders", List.of(other.size()), other, "/approvals?show=all"));
    }
}
