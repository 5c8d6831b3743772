package org.hoshimori.core.absences;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Absences that are not past, served: one's own, and anybody's to who keeps people. */
@Component
class AbsenceResource implements Resource<AbsenceTold> {

    private static final int PAGE = 50;

    private final Absences absences;

    AbsenceResource(Absences absences) {
        this.absences = absences;
    }

    /** Who is away, when, and who stands in. */
    record AbsenceEntryForm(
            @Nullable PersonId person, @Nullable PersonId deputy, String from, String until) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        AbsenceEntryForm {
            from = from == null ? "" : from;
            until = until == null ? "" : until;
        }
    }

    /** Nothing is asked but which absence is taken back. */
    record AbsenceCancelForm() {}

    @Override
    public String code() {
        return "absences";
    }

    @Override
    public String scope() {
        return "organization";
    }

    @Override
    public Class<AbsenceTold> type() {
        return AbsenceTold.class;
    }

    @Override
    public String id(AbsenceTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.id("person"));
    }

    @Override
    public Found<AbsenceTold> page(Wish wish, Caller caller) {
        PersonId asked = wish.id("person").map(PersonId::new).orElseGet(() -> new PersonId(caller.person()));
        List<Absence> found = sees(asked, caller) ? absences.of(asked, caller.today()) : List.of();
        return Found.part(found.stream().map(AbsenceTold::of).toList(), wish.page(), PAGE);
    }

    @Override
    public Optional<AbsenceTold> find(String id, Caller caller) {
        return Ids.read(id)
                .flatMap(absences::find)
                .filter(a -> sees(a.person(), caller))
                .map(AbsenceTold::of);
    }

    private static boolean sees(PersonId person, Caller caller) {
        return caller.may("people") || person.value().equals(caller.person());
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(Set.of(), AbsenceEntryForm.class, this::enter),
                Act.of("cancel", Set.of(), AbsenceCancelForm.class, this::cancel));
    }

    /** Of oneself, unless somebody else is named. */
    private Optional<String> enter(String none, AbsenceEntryForm form, BindingResult errors, Caller caller) {
        PersonId person = form.person() == null ? new PersonId(caller.person()) : form.person();
        if (!sees(person, caller)) {
            errors.rejectValue("person", "absences.not-yours");
            return Optional.empty();
        }
        return AbsencePages.entered(absences, person, form.deputy(), form.from(), form.until(), errors, caller.actor())
                .map(UUID::toString);
    }

    private Optional<String> cancel(String id, AbsenceCancelForm form, BindingResult errors, Caller caller) {
        if (!absences.cancel(UUID.fromString(id), caller.actor())) {
            errors.reject("absences.gone");
            return Optional.empty();
        }
        return Optional.of(id);
    }
}
