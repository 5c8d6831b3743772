package org.hoshimori.core.revision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.yaml.YamlException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Drafts of the regulation, served: begun, written as the file that they are, asked for. Approving stays with people. */
@Component
class DraftResource implements Resource<DraftTold> {

    private static final Set<String> MAKERS = Set.of("regulation");
    private static final int PAGE = 50;

    private final RevisionDesk desk;
    private final Drafts drafts;

    DraftResource(RevisionDesk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /** How a draft begins: as the last revision stands. */
    record DraftBeginForm(@NotBlank @Size(max = 200) String name) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        DraftBeginForm {
            name = name == null ? "" : name;
        }
    }

    /** All of it. */
    record DraftForm(
            @NotBlank @Size(max = 200) String name,
            String from,
            @Size(max = 10_000) String note,
            @NotBlank @Size(max = 500_000) String tailoring,
            int version) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        DraftForm {
            name = name == null ? "" : name;
            from = from == null ? "" : from;
            note = note == null ? "" : note;
            tailoring = tailoring == null ? "" : tailoring;
        }
    }

    /** Nothing more need be said. */
    record DraftStepForm() {}

    @Override
    public String code() {
        return "drafts";
    }

    @Override
    public String scope() {
        return "regulation";
    }

    @Override
    public Class<DraftTold> type() {
        return DraftTold.class;
    }

    @Override
    public String id(DraftTold shown) {
        return shown.id().toString();
    }

    @Override
    public Set<String> readers() {
        return MAKERS;
    }

    @Override
    public Found<DraftTold> page(Wish wish, Caller caller) {
        return Found.part(drafts.open().stream().map(DraftTold::of).toList(), wish.page(), PAGE);
    }

    @Override
    public Optional<DraftTold> find(String id, Caller caller) {
        return Ids.read(id).map(DraftId::new).flatMap(drafts::find).map(DraftTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(MAKERS, DraftBeginForm.class, this::begin),
                Act.replace(MAKERS, DraftForm.class, this::write),
                Act.of("bring-up", MAKERS, DraftStepForm.class, this::bringUp),
                Act.of("ask", MAKERS, DraftStepForm.class, this::ask),
                Act.of("discard", MAKERS, DraftStepForm.class, this::discard));
    }

    private Optional<String> begin(String none, DraftBeginForm form, BindingResult errors, Caller caller) {
        return Optional.of(desk.open(form.name(), Revision.language(caller.locale()), caller.actor())
                .id()
                .toString());
    }

    private Optional<String> write(String id, DraftForm form, BindingResult errors, Caller caller) {
        Optional<LocalDate> from = Days.readIfAny("from", form.from(), errors);
        TailoringText text = new TailoringText("tailoring.yaml", form.tailoring());
        try {
            text.read();
        } catch (YamlException e) {
            errors.rejectValue("tailoring", "draft.tailoring-unreadable");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        DraftId draft = DraftId.of(id);
        return done(
                        desk.describe(
                                draft, form.version(), form.name(), from.orElse(null), form.note(), caller.actor()),
                        errors)
                .flatMap(described -> done(
                        desk.change(draft, described.version(), List.of("tailoring"), _ -> text, caller.actor()),
                        errors))
                .map(d -> d.id().toString());
    }

    private Optional<String> bringUp(String id, DraftStepForm form, BindingResult errors, Caller caller) {
        DraftId draft = DraftId.of(id);
        return done(
                        desk.bringUp(
                                draft, desk.known(draft).version(), Revision.language(caller.locale()), caller.actor()),
                        errors)
                .map(_ -> id);
    }

    private Optional<String> ask(String id, DraftStepForm form, BindingResult errors, Caller caller) {
        DraftId draft = DraftId.of(id);
        return done(desk.ask(draft, desk.known(draft).version(), caller.actor()), errors)
                .map(_ -> id);
    }

    private Optional<String> discard(String id, DraftStepForm form, BindingResult errors, Caller caller) {
        DraftId draft = DraftId.of(id);
        return done(desk.discard(draft, desk.known(draft).version(), caller.actor()), errors)
                .map(_ -> id);
    }

    private static Optional<Draft> done(RevisionDesk.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case RevisionDesk.Outcome.Done(Draft draft) -> Optional.of(draft);
            case RevisionDesk.Outcome.Refused(RevisionDesk.Refusal why) -> {
                errors.reject(
                        why == RevisionDesk.Refusal.CHANGED_MEANWHILE
                                ? "changed-meanwhile"
                                : "draft.refusal." + why.name());
                yield Optional.empty();
            }
        };
    }
}
