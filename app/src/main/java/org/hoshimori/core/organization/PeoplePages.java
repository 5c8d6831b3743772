package org.hoshimori.core.organization;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the register of people. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private final PeopleRegister register;
    private final PeopleList list;
    private final Departments departments;
    private final HeldPosts posts;
    private final Clock clock;

    PeoplePages(PeopleRegister register, PeopleList list, Departments departments, HeldPosts posts, Clock clock) {
        this.register = register;
        this.list = list;
        this.departments = departments;
        this.posts = posts;
        this.clock = clock;
    }

    /** The list, with the departments to filter by. */
    record ListPage(PeopleList.Wish wish, PeopleList.Page people, List<Department> departments) {}

    /** One person, or the form of a new one. */
    record PersonPage(
            Optional<Person> person,
            Optional<Department> department,
            List<Department> departments,
            List<HeldPosts.Held> posts) {
        public List<Person.Employment> employments() {
            return Arrays.asList(Person.Employment.values());
        }
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Optional<DepartmentId> department,
            @RequestParam(defaultValue = "false") boolean left,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Target", required = false) Optional<String> target,
            Model model) {
        PeopleList.Wish wish = new PeopleList.Wish(q, department, left, page);
        model.addAttribute("page", new ListPage(wish, list.page(wish, today()), departments.open(today())));
        return target.filter("rows"::equals).isPresent() ? "organization/people :: rows" : "organization/people";
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    String person(@PathVariable PersonId id, Model model) {
        Person person = register.find(id).orElseThrow(() -> new PersonUnknown(id));
        model.addAttribute("page", page(Optional.of(person)));
        return "organization/person";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('people')")
    String blank(Model model) {
        model.addAttribute("page", page(Optional.empty()));
        model.addAttribute("form", PersonForm.empty(today()));
        return "organization/person-form";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('people')")
    String edit(@PathVariable PersonId id, Model model) {
        Person person = register.find(id).orElseThrow(() -> new PersonUnknown(id));
        model.addAttribute("page", page(Optional.of(person)));
        model.addAttribute("form", PersonForm.of(person));
        return "organization/person-form";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('people')")
    ModelAndView enter(@Valid @ModelAttribute("form") PersonForm form, BindingResult errors, Actor actor) {
        return described(PersonId.next(), form, errors)
                .map(person -> shown(register.enter(person, actor), errors, Optional.empty()))
                .orElseGet(() -> again(Optional.empty()));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView change(
            @PathVariable PersonId id,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Actor actor) {
        Optional<Person> before = register.find(id);
        if (before.isEmpty()) {
            throw new PersonUnknown(id);
        }
        return described(id, form, errors)
                .map(person -> shown(register.change(person, actor), errors, before))
                .orElseGet(() -> again(before));
    }

    static Optional<Person> described(PersonId id, PersonForm form, BindingResult errors) {
        Optional<LocalDate> joined = Days.read("joinedOn", form.joinedOn(), errors);
        Optional<LocalDate> leaves = Days.readIfAny("leavesOn", form.leavesOn(), errors);
        return errors.hasErrors() ? Optional.empty() : joined.map(j -> form.person(id, j, leaves.orElse(null)));
    }

    private ModelAndView shown(PeopleRegister.Outcome outcome, BindingResult errors, Optional<Person> before) {
        return done(outcome, errors)
                .map(person -> new ModelAndView("redirect:/people/" + person.id()))
                .orElseGet(() -> again(before));
    }

    /** Who was entered or changed; if nobody, the errors say why. */
    static Optional<Person> done(PeopleRegister.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case PeopleRegister.Outcome.Done(Person person) -> Optional.of(person);
            case PeopleRegister.Outcome.Refused(PeopleRegister.Refusal why) -> {
                switch (why) {
                    case STAFF_NUMBER_TAKEN -> errors.rejectValue("staffNumber", "person.staff-number-taken");
                    case MAIL_TAKEN -> errors.rejectValue("mail", "person.mail-taken");
                    case LEAVES_BEFORE_JOINING -> errors.rejectValue("leavesOn", "person.leaves-before-joining");
                    case STILL_HOLDS -> errors.rejectValue("leavesOn", "person.still-holds");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                }
                yield Optional.empty();
            }
        };
    }

    private ModelAndView again(Optional<Person> person) {
        ModelAndView view = new ModelAndView("organization/person-form", HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("page", page(person));
        return view;
    }

    private PersonPage page(Optional<Person> person) {
        return new PersonPage(
                person,
                person.flatMap(Person::inDepartment).flatMap(departments::find),
                departments.open(today()),
                person.map(p -> posts.heldBy(p.id(), today(), LocaleContextHolder.getLocale()))
                        .orElse(List.of()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
