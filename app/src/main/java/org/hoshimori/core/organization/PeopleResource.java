package org.hoshimori.core.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    PeopleResource(PeopleRegister register, PeopleList list) {
        this.register = register;
        this.list = list;
    }

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
                Act.replace(KEEPERS, PersonForm.class, this::change));
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
