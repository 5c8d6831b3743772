package org.hoshimori.core.organization;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** The register of people, served. */
@Component
class PeopleResource implements Resource<PersonTold> {

    private static final Set<String> KEEPERS = Set.of("people");

    private final PeopleRegister register;
    private final PeopleList list;
    private final Absences absences;

    PeopleResource(PeopleRegister register, PeopleList list, Absences absences) {
        this.register = register;
        this.list = list;
        this.absences = absences;
    }

    /** Which absence is taken back. */
    record CancelForm(@NotNull UUID absence) {}

    @Override
    public String code() {
        return "people";
    }

    @Override
    public String scope() {
        return "organization";
    }

    @Override
    public Class<PersonTold> type() {
        return PersonTold.class;
    }

    @Override
    public String id(PersonTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.text("q"), Filter.id("department"), Filter.truth("left"));
    }

    @Override
    public Found<PersonTold> page(Wish wish, Caller caller) {
        PeopleList.Page page = list.page(
                new PeopleList.Wish(
                        wish.text("q"), wish.id("department").map(DepartmentId::new), wish.truth("left"), wish.page()),
                caller.today());
        List<PersonId> ids = page.rows().stream().map(r -> new PersonId(r.id())).toList();
        Map<PersonId, Person> read = register.find(ids);
        return new Found<>(
                ids.stream()
                        .flatMap(id -> Stream.ofNullable(read.get(id)))
                        .map(PersonTold::of)
                        .toList(),
                page.total(),
                PeopleList.PAGE);
    }

    @Override
    public Optional<PersonTold> find(String id, Caller caller) {
        return Ids.read(id).map(PersonId::new).flatMap(register::find).map(PersonTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(KEEPERS, PersonForm.class, this::enter),
                Act.replace(KEEPERS, PersonForm.class, this::change),
                Act.of("cancel-absence", Set.of(), CancelForm.class, this::cancel));
    }

    private Optional<String> cancel(String id, CancelForm form, BindingResult errors, Caller caller) {
        Optional<Absence> absence = Optional.ofNullable(form.absence())
                .flatMap(absences::find)
                .filter(a -> a.person().value().toString().equals(id) && AbsenceResource.sees(a.person(), caller));
        if (absence.isEmpty() || !absences.cancel(absence.get().id(), caller.actor())) {
            errors.rejectValue("absence", "absences.none");
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private Optional<String> enter(String none, PersonForm form, BindingResult errors, Caller caller) {
        return PeoplePages.described(PersonId.next(), form, errors)
                .flatMap(p -> PeoplePages.done(register.enter(p, caller.actor()), errors))
                .map(p -> p.id().toString());
    }

    private Optional<String> change(String id, PersonForm form, BindingResult errors, Caller caller) {
        return PeoplePages.described(PersonId.of(id), form, errors)
                .flatMap(p -> PeoplePages.done(register.change(p, caller.actor()), errors))
                .map(p -> p.id().toString());
    }
}
