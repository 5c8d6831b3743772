package org.hoshimori.chapters.takeouts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hoshimori.core.approvals.ApprovalEvent;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.Proposal;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.legal.LegalMeasures;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.validation.BindingResult;

/** Where assets are asked for, leave, come back or are lost. */
@Service
@Transactional
public class TakeOuts {

    static final String CLAUSE = "ast-2.a";

    /** The longest that something may be asked for, in days. */
    static final int LONGEST_DAYS = 366;

    private final TakeOutTable table;
    private final ObjectProvider<AssetRegister> assets;
    private final PeopleRegister people;
    private final Approvals approvals;
    private final Receivers receivers;
    private final Losses losses;
    private final LegalMeasures legal;
    private final RegulationInForce regulation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeOuts(
            TakeOutTable table,
            ObjectProvider<AssetRegister> assets,
            PeopleRegister people,
            Approvals approvals,
            Receivers receivers,
            Losses losses,
            LegalMeasures legal,
            RegulationInForce regulation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.assets = assets;
        this.people = people;
        this.approvals = approvals;
        this.receivers = receivers;
        this.losses = losses;
        this.legal = legal;
        this.regulation = regulation;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing was written. */
    public enum Refusal {
        /** Nothing is to be taken. */
        NOTHING,
        /** An asset is not there any more, or may not be used by whoever asks. */
        ASSET_GONE,
        /** A measure that the regulation asks for is not confirmed. */
        MEASURE_MISSING,
        /** A law governs an asset, and it is not said what is done because of it ({@code ast-1.1.e}). */
        LEGAL_MEASURE_MISSING,
        /** It would leave in the past, or come back before it leaves or after more than a year. */
        DAYS,
        /** Whoever asks belongs to no department, so that nobody could permit it. */
        NO_DEPARTMENT,
        /** An asset is outside at present. */
        OUT_ALREADY,
        /** Nobody is there who could permit it. */
        NOBODY_DECIDES,
        /** It has come further, or to its end, meanwhile. */
        CHANGED_MEANWHILE,
        /** Its day has not come, or is over. */
        NOT_THE_DAY,
        /** Only who has taken it out may do that. */
        NOT_THE_TAKER,
        /** Nobody receives what he or she has taken out. */
        OWN,
        /** Only heads concerned and those who keep the register receive what comes back. */
        NOT_A_RECEIVER
    }

    /** What it comes to. */
    public sealed interface Outcome {
        /** It is written. */
        record Done(TakeOut takeOut) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** What somebody wants to take out. */
    public record Wish(
            String purpose,
            String destination,
            LocalDate leavesOn,
            LocalDate returnsOn,
            boolean network,
            Map<UUID, Medium> media,
            Map<Medium, Set<Measure>> measures,
            String legalMeasure) {}

    /** Asks for what a form describes; if nothing comes of it, the errors say why. */
    public Optional<TakeOut> asked(TakeOutForm form, BindingResult errors, PersonId taker, Actor by) {
        Optional<LocalDate> leaves = Days.read("takenOn", form.takenOn(), errors);
        Optional<LocalDate> returns = Days.read("backOn", form.backOn(), errors);
        Map<UUID, Medium> media = new LinkedHashMap<>();
        form.assets().forEach((asset, medium) -> medium.ifPresent(m -> media.put(asset, m)));
        if (media.size() < form.assets().size()) {
            errors.rejectValue("carried", "take-out.medium-missing");
        }
        if (errors.hasErrors() || leaves.isEmpty() || returns.isEmpty()) {
            return Optional.empty();
        }
        Wish wish = new Wish(
                form.takenFor(),
                form.takenTo(),
                leaves.get(),
                returns.get(),
                form.overNetwork(),
                media,
                form.measures(),
                form.legalMeasure());
        return switch (ask(wish, taker, by)) {
            case Outcome.Done(TakeOut asked) -> Optional.of(asked);
            case Outcome.Refused(Refusal why) -> {
                String code = "take-out.refused." + TakeOutWords.code(why);
                switch (why) {
                    case NOTHING, ASSET_GONE, OUT_ALREADY -> errors.rejectValue("carried", code);
                    case MEASURE_MISSING -> errors.rejectValue("measure", code);
                    case LEGAL_MEASURE_MISSING -> errors.rejectValue("legalMeasure", "legal.measure-missing");
                    case DAYS -> errors.rejectValue("backOn", code);
                    default -> errors.reject(code);
                }
                yield Optional.empty();
            }
        };
    }

    /** Asks for it; what is public may leave at once. */
    public Outcome ask(Wish wish, PersonId taker, Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (wish.media().isEmpty()) {
            return refused(Refusal.NOTHING);
        }
        if (wish.leavesOn().isBefore(today)
                || wish.returnsOn().isBefore(wish.leavesOn())
                || wish.returnsOn().isAfter(wish.leavesOn().plusDays(LONGEST_DAYS))) {
            return refused(Refusal.DAYS);
        }
        Map<UUID, AssetRegister.Line> lines =
                assets.getObject().lines(wish.media().keySet(), taker);
        List<TakeOut.Carried> carried = wish.media().entrySet().stream()
                .flatMap(e -> Optional.ofNullable(lines.get(e.getKey()))
                        .map(line -> new TakeOut.Carried(
                                line.id(),
                                e.getValue(),
                                line.confidentiality(),
                                wish.measures().getOrDefault(e.getValue(), Set.of())))
                        .stream())
                .toList();
        if (carried.size() < wish.media().size()) {
            return refused(Refusal.ASSET_GONE);
        }
        Optional<DepartmentId> department = people.find(taker).flatMap(Person::inDepartment);
        if (department.isEmpty()) {
            return refused(Refusal.NO_DEPARTMENT);
        }
        if (carried.stream().anyMatch(c -> !c.missing(wish.network()).isEmpty())) {
            return refused(Refusal.MEASURE_MISSING);
        }
        Set<String> governing = AssetRegister.laws(lines.values());
        if (!governing.isEmpty() && wish.legalMeasure().isEmpty()) {
            return refused(Refusal.LEGAL_MEASURE_MISSING);
        }
        if (!table.taken(wish.media().keySet()).isEmpty()) {
            return refused(Refusal.OUT_ALREADY);
        }
        TakeOut asked = new TakeOut(
                TakeOutId.next(),
                taker,
                department.get(),
                wish.purpose(),
                wish.destination(),
                wish.leavesOn(),
                wish.returnsOn(),
                wish.network(),
                carried,
                TakeOut.State.ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Outcome outcome = propose(
                asked,
                wish.media().keySet().stream()
                        .flatMap(a -> Optional.ofNullable(lines.get(a)).stream())
                        .map(l -> new DepartmentId(l.department()))
                        .toList(),
                by);
        if (outcome instanceof Outcome.Done) {
            legal.state(asked.id().subject(), asked.id().page(), governing, wish.legalMeasure(), by);
        }
        return outcome;
    }

    /** Says what is done because of laws that have come to govern what is taken. */
    public void measured(TakeOut takeOut, String measure, Actor by) {
        legal.state(takeOut.id().subject(), takeOut.id().page(), governing(takeOut), measure, by);
    }

    /** The laws that govern what is taken. */
    @Transactional(readOnly = true)
    Set<String> governing(TakeOut takeOut) {
        return AssetRegister.laws(assets.getObject()
                .lines(takeOut.carried().stream().map(TakeOut.Carried::asset).toList(), takeOut.taker())
                .values());
    }

    private Outcome propose(TakeOut asked, List<DepartmentId> managing, Actor by) {
        Revision revision = regulation.now();
        List<List<Seat>> line = Permitting.line(revision, asked.level(), asked.department(), managing);
        table.insert(asked, revision.id(), clock.instant());
        events.publishEvent(new TakeOutEvent.Asked(by, asked));
        if (line.isEmpty()) {
            return permit(asked.id(), by);
        }
        return switch (approvals.ask(
                new Proposal(
                        TakeOutId.KIND,
                        asked.id().subject(),
                        Optional.of(CLAUSE),
                        asked.record(asked.levels()),
                        TakeOut.PROJECTION,
                        line,
                        "/take-outs/" + asked.id(),
                        Optional.of(asked.returnsOn())),
                by)) {
            case Approvals.Outcome.Done(RequestId request, var _) -> {
                table.requested(asked.id(), request.value());
                yield new Outcome.Done(known(asked.id()));
            }
            case Approvals.Outcome.Refused _ -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield refused(Refusal.NOBODY_DECIDES);
            }
        };
    }

    private Outcome permit(TakeOutId id, Actor by) {
        if (!table.settle(id, TakeOut.State.ASKED, TakeOut.State.PERMITTED)) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        TakeOut permitted = known(id);
        events.publishEvent(new TakeOutEvent.Permitted(by, permitted));
        receivers.informResponsible(permitted);
        return new Outcome.Done(permitted);
    }

    @EventListener
    void settled(ApprovalEvent.Settled settled) {
        if (!settled.kind().equals(TakeOutId.KIND)) {
            return;
        }
        TakeOutId id = TakeOutId.of(settled.subject());
        switch (settled.state()) {
            case APPROVED -> permit(id, settled.by());
            case REFUSED, RETURNED, EXPIRED, LAPSED -> table.settle(id, TakeOut.State.ASKED, TakeOut.State.REFUSED);
            case WITHDRAWN -> table.settle(id, TakeOut.State.ASKED, TakeOut.State.WITHDRAWN);
            case OPEN -> {
                // Not at its end.
            }
        }
    }

    /** The taker signs that it leaves, in which condition. */
    public Outcome leave(TakeOutId id, String condition, PersonId who, Actor by) {
        TakeOut takeOut = known(id);
        LocalDate today = LocalDate.now(clock);
        if (!takeOut.taker().equals(who)) {
            return refused(Refusal.NOT_THE_TAKER);
        }
        if (today.isBefore(takeOut.leavesOn()) || today.isAfter(takeOut.returnsOn())) {
            return refused(Refusal.NOT_THE_DAY);
        }
        if (!table.taken(takeOut.carried().stream().map(TakeOut.Carried::asset).toList())
                .isEmpty()) {
            return refused(Refusal.OUT_ALREADY);
        }
        return written(id, t -> table.left(id, sign(who, condition)), after -> new TakeOutEvent.TakenOut(by, after));
    }

    /** Somebody else signs that it is back, in which condition. */
    public Outcome receive(TakeOutId id, String condition, PersonId who, boolean keeper, Actor by) {
        TakeOut takeOut = known(id);
        if (takeOut.taker().equals(who)) {
            return refused(Refusal.OWN);
        }
        if (!keeper && !receivers.of(takeOut).contains(who)) {
            return refused(Refusal.NOT_A_RECEIVER);
        }
        boolean late = takeOut.overdueOn(LocalDate.now(clock));
        return written(
                id, t -> table.returned(id, sign(who, condition)), after -> new TakeOutEvent.Returned(by, after, late));
    }

    /** The taker reports that it was lost or stolen. */
    public Outcome lose(TakeOutId id, String story, PersonId who, Actor by) {
        if (!known(id).taker().equals(who)) {
            return refused(Refusal.NOT_THE_TAKER);
        }
        Outcome outcome = written(id, t -> table.lost(id, sign(who, story)), after -> new TakeOutEvent.Lost(by, after));
        if (outcome instanceof Outcome.Done(TakeOut lost)) {
            losses.report(lost, by);
        }
        return outcome;
    }

    /** The taker takes back what nobody has decided yet, or does not use the permission. */
    public Outcome withdraw(TakeOutId id, PersonId who, Actor by) {
        TakeOut takeOut = known(id);
        if (!takeOut.taker().equals(who)) {
            return refused(Refusal.NOT_THE_TAKER);
        }
        boolean undecided =
                takeOut.state() == TakeOut.State.ASKED && takeOut.request().isPresent();
        boolean done = undecided
                ? approvals.withdraw(new RequestId(takeOut.request().get()), by) instanceof Approvals.Outcome.Done
                : table.settle(id, TakeOut.State.PERMITTED, TakeOut.State.WITHDRAWN);
        return done ? new Outcome.Done(known(id)) : refused(Refusal.CHANGED_MEANWHILE);
    }

    private Outcome written(TakeOutId id, Predicate<TakeOutId> change, Function<TakeOut, TakeOutEvent> event) {
        if (!change.test(id)) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        TakeOut after = known(id);
        events.publishEvent(event.apply(after));
        return new Outcome.Done(after);
    }

    private TakeOut.Signature sign(PersonId who, String condition) {
        Instant now = clock.instant();
        return new TakeOut.Signature(who, now, condition.strip());
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }

    @Transactional(readOnly = true)
    public TakeOut known(TakeOutId id) {
        return table.find(id).orElseThrow(() -> new TakeOutUnknown(id));
    }
}
