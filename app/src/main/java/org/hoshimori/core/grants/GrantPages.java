package org.hoshimori.core.grants;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonUnknown;
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
import org.springframework.web.servlet.ModelAndView;

/** Who may do what: everybody's permissions, and one person's to give and take. */
@Controller
@RequestMapping("/accounts")
@PreAuthorize("hasAuthority('accounts')")
class GrantPages {

    private final Grants grants;
    private final PostRights posts;
    private final PeopleRegister people;
    private final Clock clock;

    GrantPages(Grants grants, PostRights posts, PeopleRegister people, Clock clock) {
        this.grants = grants;
        this.posts = posts;
        this.people = people;
        this.clock = clock;
    }

    /** Everybody's. */
    record ListPage(List<Row> rows, Grants.Page page, boolean over) {}

    /**
     * Somebody's.
     *
     * @param byPost what follows from posts, which end with them
     * @param own whether it is the reader's
     */
    record PersonPage(Person person, List<Row> rows, List<Permission> byPost, boolean own, Optional<String> refusal) {
        public List<Permission> all() {
            return List.of(Permission.values());
        }
    }

    /** A grant as pages show it. */
    record Row(Grant grant, String person, Grant.State state) {
        public boolean open() {
            return state == Grant.State.IN_FORCE || state == Grant.State.COMING;
        }
    }

    @GetMapping("/grants")
    ModelAndView list(@RequestParam(defaultValue = "false") boolean over, @RequestParam(defaultValue = "1") int page) {
        Grants.Page found = grants.page(over, page);
        var named = people.find(found.grants().stream().map(Grant::person).toList());
        List<Row> rows = found.grants().stream()
                .map(g -> row(
                        g,
                        Optional.ofNullable(named.get(g.person()))
                                .map(p -> p.name().full())
                                .orElse("–")))
                .toList();
        return new ModelAndView("grants/grants").addObject("page", new ListPage(rows, found, over));
    }

    @GetMapping("/{id}/grants")
    ModelAndView person(@PathVariable PersonId id, Actor actor) {
        return page(id, actor, HttpStatus.OK, Optional.empty())
                .addObject("form", GrantForm.empty(LocalDate.now(clock)));
    }

    @PostMapping("/{id}/grants")
    ModelAndView grant(
            @PathVariable PersonId id,
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult errors,
            Actor actor) {
        known(id);
        Optional<Permission> permission = Permission.find(form.permission());
        if (permission.isEmpty()) {
            errors.rejectValue("permission", "grant.choose");
        }
        Optional<LocalDate> from = Days.read("from", form.from(), errors);
        Optional<LocalDate> until = Days.readIfAny("until", form.until(), errors);
        if (!errors.hasErrors()) {
            grants.grant(id, permission.orElseThrow(), from.orElseThrow(), until.orElse(null), form.reason(), actor)
                    .ifPresent(refusal -> reject(refusal, errors));
        }
        return errors.hasErrors()
                ? page(id, actor, HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty())
                : new ModelAndView("redirect:/accounts/" + id + "/grants");
    }

    private static void reject(Grants.Refusal refusal, BindingResult errors) {
        switch (refusal) {
            case ONESELF -> errors.reject("grant.oneself");
            case ENDS_BEFORE_START -> errors.rejectValue("until", "grant.ends-before-start");
            case PAST -> errors.rejectValue("until", "grant.past");
            case HELD_ALREADY -> errors.rejectValue("permission", "grant.held-already");
        }
    }

    @PostMapping("/{id}/grants/{grant}/withdraw")
    ModelAndView withdraw(@PathVariable PersonId id, @PathVariable UUID grant, Actor actor) {
        Optional<Grants.Refusal> refusal = grants.withdraw(id, grant, actor);
        return refusal.isEmpty()
                ? new ModelAndView("redirect:/accounts/" + id + "/grants")
                : page(
                                id,
                                actor,
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                refusal.map(r -> "grant." + r.name().toLowerCase(Locale.ROOT)))
                        .addObject("form", GrantForm.empty(LocalDate.now(clock)));
    }

    private Person known(PersonId id) {
        return people.find(id).orElseThrow(() -> new PersonUnknown(id));
    }

    private ModelAndView page(PersonId id, Actor actor, HttpStatus status, Optional<String> refusal) {
        Person person = known(id);
        List<Row> rows =
                grants.of(id).stream().map(g -> row(g, person.name().full())).toList();
        return new ModelAndView("grants/person-grants", status)
                .addObject(
                        "page",
                        new PersonPage(
                                person,
                                rows,
                                List.copyOf(posts.of(id, LocalDate.now(clock))),
                                actor.equals(Actor.person(id.value())),
                                refusal));
    }

    private Row row(Grant grant, String person) {
        return new Row(grant, person, grant.on(LocalDate.now(clock)));
    }
}
