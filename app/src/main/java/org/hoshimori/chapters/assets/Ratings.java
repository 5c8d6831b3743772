package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.approvals.ApprovalEvent;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.Proposal;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.approvals.State;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rates assets: higher values hold at once, a lower one when the post that the regulation names has approved it
 * ({@code ast-1.1.b_downgrade-approver}; of posts that each department has, the managing department's). The clause speaks of
 * confidentiality; integrity and availability are treated alike, since importance follows from all three.
 */
@Service
@Transactional
class Ratings {

    private static final String CLAUSE = "ast-1.1.b";
    private static final Set<String> OF_DEPARTMENTS = Set.of("department-head", Posts.DEPARTMENTAL);

    private final Assets assets;
    private final LoweringTable lowerings;
    private final Approvals approvals;
    private final RegulationInForce regulation;

    Ratings(Assets assets, LoweringTable lowerings, Approvals approvals, RegulationInForce regulation) {
        this.assets = assets;
        this.lowerings = lowerings;
        this.approvals = approvals;
        this.regulation = regulation;
    }

    /** What a rating comes to. */
    sealed interface Outcome {
        /** It holds. */
        record Done(Asset asset) implements Outcome {}

        /** A value would become lower: somebody is asked. */
        record Asked(RequestId request) implements Outcome {}

        /** Nothing was written; the message says why. */
        record Refused(String message) implements Outcome {}
    }

    /** Rates an asset, of which the version must be the one last read. */
    Outcome rate(Asset asset, Rating rating, Actor by) {
        return rating.values().lowers(asset.rating().values())
                ? ask(asset, rating, by)
                : switch (assets.change(asset.rated(rating), by)) {
                    case Assets.Outcome.Done(Asset rated) -> new Outcome.Done(rated);
                    case Assets.Outcome.Refused(Assets.Refusal why) -> new Outcome.Refused("asset.refused." + why);
                };
    }

    private Outcome ask(Asset asset, Rating rating, Actor by) {
        if (rating.reason().isBlank()) {
            return new Outcome.Refused("asset.lowering.reason-missing");
        }
        Lowering lowering = new Lowering(UUID.randomUUID(), asset.id(), rating, Optional.empty());
        if (!lowerings.insert(lowering)) {
            return new Outcome.Refused("asset.lowering.open-already");
        }
        return switch (approvals.ask(
                new Proposal(
                        LoweringMatter.KIND,
                        asset.subject(),
                        Optional.of(CLAUSE),
                        lowering.record(asset),
                        Lowering.PROJECTION,
                        List.of(List.of(seat(asset))),
                        "/assets/" + asset.id(),
                        Optional.empty()),
                by)) {
            case Approvals.Outcome.Done(RequestId request, State _) -> new Outcome.Asked(request);
            case Approvals.Outcome.Refused _ -> {
                lowerings.settle(lowering.id(), "refused");
                yield new Outcome.Refused("asset.lowering.nobody-decides");
            }
        };
    }

    private Seat seat(Asset asset) {
        String post = regulation.now().value(AstParameters.DOWNGRADE_APPROVER).orElse(Posts.DEPARTMENTAL);
        return OF_DEPARTMENTS.contains(post) ? Seat.of(post, asset.department()) : Seat.of(post);
    }

    /** How the criteria for top secret apply. */
    AstParameters.Criteria criteria() {
        return regulation.now().value(AstParameters.CRITERIA).orElse(AstParameters.Criteria.ANY_ONE);
    }

    /** The rating that waits for a decision. */
    @Transactional(readOnly = true)
    public Optional<Lowering> open(AssetId id) {
        return lowerings
                .open(id)
                .map(l -> new Lowering(l.id(), id, l.rating(), approvals.open(LoweringMatter.KIND, "asset:" + id)));
    }

    @EventListener
    void settled(ApprovalEvent.Settled settled) {
        if (!settled.kind().equals(LoweringMatter.KIND)) {
            return;
        }
        AssetId id = AssetId.of(settled.subject().substring(settled.subject().indexOf(':') + 1));
        boolean approved = settled.state() == State.APPROVED;
        lowerings
                .open(id)
                .filter(l -> lowerings.settle(l.id(), approved ? "approved" : "refused"))
                .filter(l -> approved)
                .ifPresent(l -> lower(l, settled.by()));
    }

    private void lower(Lowering lowering, Actor by) {
        Asset now = assets.find(lowering.asset()).orElseThrow();
        if (assets.lower(now.rated(lowering.rating()), by) instanceof Assets.Outcome.Refused(Assets.Refusal why)) {
            throw new IllegalStateException(now.subject() + " " + why);
        }
    }

    /** A request is about the values that it was asked for: where they have changed since, it lapses. */
    @EventListener
    void changed(AssetEvent event) {
        boolean other = switch (event) {
            case AssetEvent.AssetRegistered _ -> false;
            case AssetEvent.AssetChanged(Actor _, Asset before, Asset after) ->
                !before.rating().values().equals(after.rating().values())
                        || !before.code().equals(after.code());
            case AssetEvent.AssetGone _ -> true;
        };
        if (other && lowerings.open(event.asset().id()).isPresent()) {
            approvals.changed(LoweringMatter.KIND, event.subject(), event.by());
        }
    }
}
