package org.hoshimori.core.revision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.approvals.ApprovalEvent;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.State;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.proof.Hash;
import org.hoshimori.regulation.Finding;
import org.hoshimori.regulation.FirstTailoring;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.Severity;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.regulation.TailoringWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the regulation is revised: from the first draft to the adoption of what was approved. */
@Service
@Transactional
class RevisionDesk {

    private final Drafts drafts;
    private final RegulationInForce inForce;
    private final Adoption adoption;
    private final Approvals approvals;
    private final AskingForApproval asking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RevisionDesk(
            Drafts drafts,
            RegulationInForce inForce,
            Adoption adoption,
            Approvals approvals,
            AskingForApproval asking,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.inForce = inForce;
        this.adoption = adoption;
        this.approvals = approvals;
        this.asking = asking;
        this.events = events;
        this.clock = clock;
    }

    /** Why a draft was not changed or not asked for; nothing was written. */
    enum Refusal {
        /** Somebody else has changed it since the page was opened. */
        CHANGED_MEANWHILE,
        /** It is adopted or given up. */
        OVER,
        /** Something in it must be settled first; lint says what. */
        STILL_OPEN,
        /** Another revision was adopted since it was begun: it must be brought up to that one first. */
        OUTDATED,
        /** The day from which it is to hold lies in the past. */
        PAST,
        /** It would take effect no later than a revision that is adopted already. */
        BEFORE_ANOTHER,
        /** It says what the regulation says already. */
        NOTHING_CHANGED,
        /** It waits for approval already. */
        ASKED_ALREADY,
        /** Nobody but the one who asks could approve it. */
        NOBODY_APPROVES
    }

    /** What it comes to. */
    sealed interface Outcome {
        /** It is written. */
        record Done(Draft draft) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Begins a draft from the revision that holds or, if one is adopted for later, from that one. */
    Draft open(String name, Lang language, Actor by) {
        Revision latest = inForce.latest();
        String text = tailoringOf(latest, language);
        return opened(name, new TailoringText("tailoring.yaml", text), latest, text, latest.id(), by);
    }

    /** Begins a draft from a tailoring that somebody brings. */
    Draft open(String name, TailoringText brought, Lang language, Actor by) {
        Revision latest = inForce.latest();
        return opened(name, brought, latest, tailoringOf(latest, language), "file:" + brought.source(), by);
    }

    private Draft opened(String name, TailoringText text, Revision on, String base, String from, Actor by) {
        Draft draft = new Draft(
                DraftId.next(),
                name.strip(),
                text.text(),
                on.number(),
                base,
                null,
                "",
                Draft.State.DRAFTING,
                null,
                null,
                by,
                now(),
                0);
        drafts.insert(draft);
        events.publishEvent(new DraftEvent.Opened(by, draft.id(), draft.name(), on.number(), from));
        return draft;
    }

    /** The tailoring of a revision as a file: as it was kept here or, if it came from elsewhere, written anew. */
    String tailoringOf(Revision revision, Lang language) {
        return drafts.publishedAs(revision.number())
                .map(Draft::tailoring)
                .orElseGet(() -> revision.sample()
                        ? FirstTailoring.text(CatalogJson.shipped(), language, Map.of())
                        : TailoringWriter.text(
                                Tailoring.merged(revision.regulation().tailorings())));
    }

    /** Changes the text of a draft of which the version must be the one last read; an open request for its approval lapses. */
    Outcome change(DraftId id, int version, List<String> what, UnaryOperator<TailoringText> edit, Actor by) {
        Draft before = known(id);
        Optional<Refusal> against = against(before, version);
        if (against.isPresent()) {
            return refused(against.get());
        }
        TailoringText text = edit.apply(before.text());
        if (text.text().equals(before.tailoring())) {
            return new Outcome.Done(before);
        }
        return written(before.with(text, now()), what, by);
    }

    /** Changes name, day and reason. */
    Outcome describe(DraftId id, int version, String name, @Nullable LocalDate from, String note, Actor by) {
        Draft before = known(id);
        Optional<Refusal> against = against(before, version);
        if (against.isPresent()) {
            return refused(against.get());
        }
        return written(before.described(name.strip(), from, note.strip(), now()), List.of("name", "from", "note"), by);
    }

    private Outcome written(Draft draft, List<String> what, Actor by) {
        if (!drafts.update(draft)) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        events.publishEvent(new DraftEvent.Changed(by, draft.id(), what, digest(draft.tailoring())));
        approvals.changed(RegulationApproval.KIND, draft.id().subject(), by);
        return new Outcome.Done(known(draft.id()));
    }

    /** Takes over what was changed in the last revision since the draft was begun. */
    Outcome bringUp(DraftId id, int version, Lang language, Actor by) {
        Draft before = known(id);
        Optional<Refusal> against = against(before, version);
        if (against.isPresent()) {
            return refused(against.get());
        }
        Revision latest = inForce.latest();
        String theirs = tailoringOf(latest, language);
        BringingUp.Result result = BringingUp.of(
                new TailoringText("base", before.base()).read(),
                new TailoringText("latest", theirs).read(),
                before.text());
        Draft after = before.broughtUpTo(latest.number(), theirs, result.text(), now());
        if (!drafts.update(after)) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        events.publishEvent(new DraftEvent.BroughtUp(by, id, latest.number(), result.taken(), result.kept()));
        approvals.changed(RegulationApproval.KIND, id.subject(), by);
        return new Outcome.Done(known(id));
    }

    /** Gives a draft up. */
    Outcome discard(DraftId id, int version, Actor by) {
        Draft before = known(id);
        Optional<Refusal> against = against(before, version);
        if (against.isPresent()) {
            return refused(against.get());
        }
        if (!drafts.update(before.at(Draft.State.DISCARDED, null, null, now()))) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        events.publishEvent(new DraftEvent.Discarded(by, id));
        approvals.changed(RegulationApproval.KIND, id.subject(), by);
        return new Outcome.Done(known(id));
    }

    /** Asks those whom the regulation in force names to approve a draft. */
    Outcome ask(DraftId id, int version, Actor by) {
        Draft draft = known(id);
        if (draft.version() != version) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        Optional<Refusal> against = asking.against(draft, inForce.latest());
        if (against.isPresent()) {
            return refused(against.get());
        }
        return switch (approvals.ask(asking.proposal(draft), by)) {
            case Approvals.Outcome.Done _ -> {
                drafts.update(draft.at(Draft.State.ASKED, null, null, now()));
                yield new Outcome.Done(known(id));
            }
            case Approvals.Outcome.Refused(Approvals.Refusal why) ->
                refused(why == Approvals.Refusal.OPEN_ALREADY ? Refusal.ASKED_ALREADY : Refusal.NOBODY_APPROVES);
        };
    }

    /** Adopts what was approved; whatever else became of the request, the draft can be worked on again. */
    @EventListener
    void settled(ApprovalEvent.Settled event) {
        if (!event.kind().equals(RegulationApproval.KIND)) {
            return;
        }
        Draft draft = drafts.lock(DraftId.ofSubject(event.subject())).orElseThrow();
        if (draft.state() != Draft.State.ASKED) {
            return;
        }
        if (event.state() != State.APPROVED) {
            drafts.update(draft.at(Draft.State.DRAFTING, null, null, now()));
            return;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate from = draft.from().filter(day -> day.isAfter(today)).orElse(today);
        switch (adoption.adopt(draft.regulation(), from, Optional.empty(), event.by())) {
            case Adoption.Outcome.Adopted(Revision revision) -> {
                drafts.update(draft.at(Draft.State.PUBLISHED, null, revision.number(), now()));
                events.publishEvent(new DraftEvent.Published(event.by(), draft.id(), revision.number()));
            }
            case Adoption.Outcome.StillOpen _ -> problem(draft, Refusal.STILL_OPEN);
            case Adoption.Outcome.InstantTaken _ -> problem(draft, Refusal.BEFORE_ANOTHER);
            case Adoption.Outcome.Past _ -> problem(draft, Refusal.PAST);
        }
    }

    private void problem(Draft draft, Refusal why) {
        drafts.update(draft.at(Draft.State.DRAFTING, why.name(), null, now()));
    }

    /** A draft. */
    @Transactional(readOnly = true)
    Draft known(DraftId id) {
        return drafts.find(id).orElseThrow(() -> new DraftUnknown(id.toString()));
    }

    /** What lint finds in a draft that must be settled before it is adopted. */
    static List<Finding> errors(Draft draft) {
        return Lint.of(draft.regulation()).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }

    static String digest(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** What stands against changing a draft of which this version was last read. */
    private static Optional<Refusal> against(Draft draft, int version) {
        if (!draft.changeable()) {
            return Optional.of(Refusal.OVER);
        }
        return draft.version() == version ? Optional.empty() : Optional.of(Refusal.CHANGED_MEANWHILE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
