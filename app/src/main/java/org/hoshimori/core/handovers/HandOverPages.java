package org.hoshimori.core.handovers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.LeaverItems;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which what somebody holds goes to somebody else. */
@Controller
@PreAuthorize("hasAuthority('people')")
class HandOverPages {

    private final HandingOver handingOver;
    private final PeopleRegister people;
    private final PersonPicker picker;
    private final Clock clock;

    HandOverPages(HandingOver handingOver, PeopleRegister people, PersonPicker picker, Clock clock) {
        this.handingOver = handingOver;
        this.people = people;
        this.picker = picker;
        this.clock = clock;
    }

    /**
     * What the form holds.
     *
     * @param firstDay as it was typed
     * @param byDay as it was typed
     */
    record HandOverForm(
            @Nullable PersonId successor, @Nullable String successorWords, String firstDay, String byDay) {

        /** A field that a form leaves out is empty. */
        HandOverForm {
            firstDay = firstDay == null ? "" : firstDay;
            byDay = byDay == null ? "" : byDay;
        }
    }

    /** The page of one person. */
    record HandOverPage(
            Person person, List<LeaverItems.Item> items, Optional<LocalDate> promised, PersonPicker.Choice successor) {}

    @GetMapping("/hand-overs")
    ModelAndView ownerless() {
        return new ModelAndView("handovers/hand-overs", Map.of("page", handingOver.ownerless()));
    }

    @GetMapping("/people/{id}/hand-over")
    ModelAndView form(@PathVariable PersonId id) {
        Person person = known(id);
        LocalDate last = person.leavesOn();
        LocalDate first = last == null || last.isBefore(today()) ? today() : last.plusDays(1);
        return page(person, new HandOverForm(null, "", first.toString(), ""), HttpStatus.OK);
    }

    @PostMapping("/people/{id}/hand-over")
    ModelAndView handOver(
            @PathVariable PersonId id,
            @ModelAttribute("form") HandOverForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor) {
        Person person = known(id);
        PersonId successor = form.successor();
        if (find.isPresent()) {
            return page(person, form, HttpStatus.OK);
        }
        if (successor == null) {
            errors.rejectValue("successor", "picker.needed");
        }
        Optional<LocalDate> first = Days.read("firstDay", form.firstDay(), errors);
        if (successor == null || first.isEmpty()) {
            return page(person, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown(handingOver.handOver(id, successor, first.get(), actor), person, form, errors, "firstDay");
    }

    @PostMapping("/people/{id}/hand-over/later")
    ModelAndView later(
            @PathVariable PersonId id, @ModelAttribute("form") HandOverForm form, BindingResult errors, Actor actor) {
        Person person = known(id);
        Optional<LocalDate> day = Days.read("byDay", form.byDay(), errors);
        return day.isEmpty()
                ? page(person, form, HttpStatus.UNPROCESSABLE_CONTENT)
                : shown(handingOver.putOff(id, day.get(), actor), person, form, errors, "byDay");
    }

    private ModelAndView shown(
            Optional<HandingOver.Refusal> refusal,
            Person person,
            HandOverForm form,
            BindingResult errors,
            String dayField) {
        if (refusal.isEmpty()) {
            return new ModelAndView("redirect:/people/" + person.id() + "/hand-over");
        }
        switch (refusal.get()) {
            case SUCCESSOR_IS_HOLDER -> errors.rejectValue("successor", "hand-over.successor-self");
            case SUCCESSOR_NOT_HERE -> errors.rejectValue("successor", "hand-over.successor-not-here");
            case PAST -> errors.rejectValue(dayField, "hand-over.past");
        }
        return page(person, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Person person, HandOverForm form, HttpStatus status) {
        LocalDate last = person.leavesOn();
        LocalDate after = last == null ? today().minusDays(1) : last;
        ModelAndView view = new ModelAndView("handovers/hand-over", status);
        view.addObject(
                "page",
                new HandOverPage(
                        person,
                        handingOver.held(person.id(), after),
                        handingOver.promised(person.id()),
                        picker.choice("successor", form.successorWords(), form.successor())));
        if (status == HttpStatus.OK) {
            view.addObject("form", form);
        }
        return view;
    }

    private Person known(PersonId id) {
        return people.find(id).orElseThrow(() -> new PersonUnknown(id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
