package org.hoshimori.core.absences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonPicker;
import org.hoshimori.core.organization.PersonUnknown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** When somebody is away and who stands in; entered by oneself or by who keeps people. */
@Controller
@RequestMapping("/people/{id}/absences")
@PreAuthorize("hasAuthority('people') or authentication.name == #id.toString()")
class AbsencePages {

    private final Absences absences;
    private final PeopleRegister people;
    private final PersonPicker picker;
    private final Clock clock;

    AbsencePages(Absences absences, PeopleRegister people, PersonPicker picker, Clock clock) {
        this.absences = absences;
        this.people = people;
        this.picker = picker;
        this.clock = clock;
    }

    /**
     * What the form holds.
     *
     * @param from as it was typed
     * @param until as it was typed
     */
    record AbsenceForm(@Nullable PersonId deputy, @Nullable String deputyWords, String from, String until) {

        /** A field that a form leaves out is empty. */
        AbsenceForm {
            from = from == null ? "" : from;
            until = until == null ? "" : until;
        }
    }

    /** An absence with the name of who stands in. */
    record Row(Absence absence, String deputy) {}

    /** The page. */
    record AbsencePage(Person person, List<Row> rows, PersonPicker.Choice deputy) {}

    @GetMapping
    ModelAndView list(@PathVariable PersonId id) {
        String today = LocalDate.now(clock).toString();
        return page(id, new AbsenceForm(null, "", today, today), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView enter(
            @PathVariable PersonId id,
            @ModelAttribute("form") AbsenceForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor) {
        if (find.isPresent()) {
            return page(id, form, HttpStatus.OK);
        }
        return entered(absences, id, form.deputy(), form.from(), form.until(), errors, actor)
                .map(_ -> new ModelAndView("redirect:/people/" + id + "/absences"))
                .orElseGet(() -> page(id, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** The id of what was entered; if nothing, the errors say why. */
    static Optional<UUID> entered(
            Absences absences,
            PersonId id,
            @Nullable PersonId deputy,
            String first,
            String last,
            BindingResult errors,
            Actor actor) {
        if (deputy == null) {
            errors.rejectValue("deputy", "picker.needed");
        }
        Optional<LocalDate> from = Days.read("from", first, errors);
        Optional<LocalDate> until = Days.read("until", last, errors);
        if (deputy == null || from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        Absence absence = new Absence(UUID.randomUUID(), id, from.get(), until.get(), deputy);
        Optional<Absences.Refusal> refusal = absences.enter(absence, actor);
        if (refusal.isEmpty()) {
            return Optional.of(absence.id());
        }
        String code = "absences.refused."
                + refusal.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
        switch (refusal.get()) {
            case ENDS_BEFORE_START, OVERLAPS -> errors.rejectValue("until", code);
            case DEPUTY_IS_ABSENT_ONE, DEPUTY_NOT_HERE -> errors.rejectValue("deputy", code);
        }
        return Optional.empty();
    }

    @PostMapping("/{absence}/cancel")
    String cancel(@PathVariable PersonId id, @PathVariable UUID absence, Actor actor) {
        boolean own = absences.of(id, LocalDate.now(clock)).stream().anyMatch(a -> a.id().equals(absence));
        if (!own || !absences.cancel(absence, actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/people/" + id + "/absences";
    }

    private ModelAndView page(PersonId id, AbsenceForm form, HttpStatus status) {
        Person person = people.find(id).orElseThrow(() -> new PersonUnknown(id));
        List<Absence> coming = absences.of(id, LocalDate.now(clock));
        Map<PersonId, Person> names =
                people.find(coming.stream().map(Absence::deputy).toList());
        List<Row> rows = coming.stream()
                .map(a -> new Row(
                        a,
                        Optional.ofNullable(names.get(a.deputy()))
                                .map(p -> p.name().full())
                                .orElse("")))
                .toList();
        ModelAndView view = new ModelAndView("absences/absences", status);
        view.addObject(
                "page", new AbsencePage(person, rows, picker.choice("deputy", form.deputyWords(), form.deputy())));
        if (status == HttpStatus.OK) {
            view.addObject("form", form);
        }
        return view;
    }
}
