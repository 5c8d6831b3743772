package org.hoshimori.core.duties;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Duties, served as far as their pages are. */
@Component
class DutyResource implements Resource<DutyTold> {

    private final DutyList list;
    private final Duties duties;
    private final Tasks tasks;
    private final Assignees assignees;
    private final DutyLabels labels;
    private final MessageSource messages;

    DutyResource(
            DutyList list, Duties duties, Tasks tasks, Assignees assignees, DutyLabels labels, MessageSource messages) {
        this.list = list;
        this.duties = duties;
        this.tasks = tasks;
        this.assignees = assignees;
        this.labels = labels;
        this.messages = messages;
    }

    /** That it is done. */
    record DoneForm(@Size(max = 4000) String note) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        DoneForm {
            note = note == null ? "" : note;
        }
    }

    /** That it need not be done. */
    record NotApplicableForm(@NotBlank @Size(max = 4000) String reason) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        NotApplicableForm {
            reason = reason == null ? "" : reason;
        }
    }

    @Override
    public String code() {
        return "duties";
    }

    @Override
    public String scope() {
        return "duties";
    }

    @Override
    public Class<DutyTold> type() {
        return DutyTold.class;
    }

    @Override
    public String id(DutyTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.choice("whose", "mine", "department", "all"),
                Filter.choice(
                        "standing",
                        Arrays.stream(DutyList.Standing.values())
                                .map(DutyList.Standing::code)
                                .toList()),
                Filter.text("kind"));
    }

    @Override
    public Found<DutyTold> page(Wish wish, Caller caller) {
        Assignees.Acting acting = assignees.on(caller.today());
        PersonId person = person(caller);
        DutyList.Page page = list.page(
                DutyPages.whose(
                        DutyPages.scopes(acting, person, caller.may("record")).contains(wish.text("whose"))
                                ? wish.text("whose")
                                : "mine",
                        acting,
                        person),
                DutyList.Standing.of(wish.text("standing")),
                Optional.of(wish.text("kind")).filter(k -> !k.isEmpty()),
                Math.min(wish.page(), 100_000),
                caller.today());
        return new Found<>(page.rows().stream().map(t -> told(t, "", caller)).toList(), page.total(), DutyList.PAGE);
    }

    @Override
    public Optional<DutyTold> find(String id, Caller caller) {
        Assignees.Acting acting = assignees.on(caller.today());
        PersonId person = person(caller);
        return Ids.read(id)
                .map(DutyId::new)
                .flatMap(tasks::find)
                .filter(t -> acting.may(person, t)
                        || acting.oversees(person)
                        || caller.may("record")
                        || caller.may("people")
                        || (caller.isPerson() && labels.below(person, t.assignee(), acting)))
                .map(t -> told(t, t.closed().note(), caller));
    }

    private DutyTold told(Task task, String note, Caller caller) {
        String title = messages.getMessage("duty." + task.kind(), null, task.kind(), caller.locale());
        return DutyTold.of(task, String.valueOf(title), note, caller.today());
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.of("done", Set.of(), DoneForm.class, this::done),
                Act.of("not-applicable", Set.of(), NotApplicableForm.class, this::notApplicable));
    }

    private Optional<String> done(String id, DoneForm form, BindingResult errors, Caller caller) {
        return closed(id, duties.done(DutyId.of(id), form.note(), person(caller)), errors);
    }

    private Optional<String> notApplicable(String id, NotApplicableForm form, BindingResult errors, Caller caller) {
        return closed(id, duties.notApplicable(DutyId.of(id), form.reason(), person(caller)), errors);
    }

    private static Optional<String> closed(String id, Optional<Duties.Refusal> refusal, BindingResult errors) {
        refusal.ifPresent(why -> errors.reject(
                "duties.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return refusal.isPresent() ? Optional.empty() : Optional.of(id);
    }

    private static PersonId person(Caller caller) {
        return new PersonId(caller.person());
    }
}
