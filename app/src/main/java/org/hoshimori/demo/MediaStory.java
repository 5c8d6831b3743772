package org.hoshimori.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hoshimori.chapters.assets.Asset;
import org.hoshimori.chapters.assets.Assets;
import org.hoshimori.chapters.disposals.DisposalRule;
import org.hoshimori.chapters.disposals.Disposals;
import org.hoshimori.chapters.disposals.Method;
import org.hoshimori.chapters.takeouts.Measure;
import org.hoshimori.chapters.takeouts.Medium;
import org.hoshimori.chapters.takeouts.TakeOut;
import org.hoshimori.chapters.takeouts.TakeOuts;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.Verdict;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What the made-up company takes out of the house, and what it does to media that it needs no more. */
@Component
@ConditionalOnBooleanProperty("hoshimori.demo")
class MediaStory {

    private final TakeOuts takeOuts;
    private final Disposals disposals;
    private final Approvals approvals;
    private final Assets assets;
    private final Clock clock;
    private final Map<Lines.Line, TakeOut> outside = new HashMap<>();

    MediaStory(TakeOuts takeOuts, Disposals disposals, Approvals approvals, Assets assets, Clock clock) {
        this.takeOuts = takeOuts;
        this.disposals = disposals;
        this.approvals = approvals;
        this.assets = assets;
        this.clock = clock;
    }

    /** Somebody asks, and takes it out where somebody permits it. */
    boolean takesOut(Lines.Line line, Function<String, PersonId> person) {
        PersonId taker = person.apply(line.get("taker"));
        Asset asset =
                Objects.requireNonNull(assets.coded(List.of(line.get("asset"))).get(line.get("asset")));
        Medium medium = Medium.valueOf(line.get("medium"));
        boolean network = line.has("network");
        LocalDate today = LocalDate.now(clock);
        TakeOuts.Wish wish = new TakeOuts.Wish(
                line.get("purpose"),
                line.get("destination"),
                today,
                today.plusDays(line.number("days")),
                network,
                Map.of(asset.id().value(), medium),
                Map.of(medium, Measure.needed(medium, asset.rating().values().confidentiality(), network)),
                line.get("legal"));
        Actor by = Actor.person(taker.value());
        if (!(takeOuts.ask(wish, taker, by) instanceof TakeOuts.Outcome.Done(TakeOut asked))) {
            return false;
        }
        if (!line.has("decider")) {
            return true;
        }
        PersonId decider = person.apply(line.get("decider"));
        UUID request = asked.request().orElseThrow();
        approvals.decide(new RequestId(request), Verdict.APPROVE, "", decider, Actor.person(decider.value()));
        outside.put(line, asked);
        return takeOuts.leave(asked.id(), "", taker, by) instanceof TakeOuts.Outcome.Done;
    }

    /** Somebody else signs for what has come back. */
    boolean returns(Lines.Line line, Function<String, PersonId> person) {
        PersonId receiver = person.apply(line.get("receiver"));
        TakeOut out = Objects.requireNonNull(outside.get(line));
        return takeOuts.receive(out.id(), line.get("condition"), receiver, false, Actor.person(receiver.value()))
                instanceof TakeOuts.Outcome.Done;
    }

    boolean disposes(Lines.Line line, Function<String, PersonId> person) {
        PersonId who = person.apply(line.get("who"));
        Disposals.Wish wish = new Disposals.Wish(
                DisposalRule.Act.valueOf(line.get("act")),
                org.hoshimori.chapters.disposals.Medium.valueOf(line.get("medium")),
                Method.valueOf(line.get("method")),
                line.get("serial"),
                "",
                List.of(),
                line.number("level"),
                false,
                LocalDate.now(clock),
                line.get("provider"),
                line.get("note"),
                "");
        return disposals.enter(wish, who, Locale.JAPANESE, Actor.person(who.value())) instanceof Disposals.Outcome.Done;
    }
}
