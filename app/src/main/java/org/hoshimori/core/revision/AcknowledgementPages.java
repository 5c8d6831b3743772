package org.hoshimori.core.revision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which everybody acknowledges the regulation in force, and the one that shows who has not. */
@Controller
@RequestMapping("/regulation")
class AcknowledgementPages {

    private static final int PAGE = 100;
    private static final int MOST = 100_000;

    private final Acknowledgements acknowledgements;
    private final AcknowledgementTable table;
    private final RegulationInForce inForce;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Clock clock;

    AcknowledgementPages(
            Acknowledgements acknowledgements,
            AcknowledgementTable table,
            RegulationInForce inForce,
            PeopleRegister people,
            DepartmentRegister departments,
            Clock clock) {
        this.acknowledgements = acknowledgements;
        this.table = table;
        this.inForce = inForce;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * What is to be read.
     *
     * @param changes since the revision that the reader has acknowledged before; empty for a first reading
     */
    record ReadPage(
            int revision,
            boolean sample,
            ZonedDateTime effectiveAt,
            boolean done,
            LocalDate due,
            OptionalInt before,
            List<DraftView.Changed> changes) {}

    /** How far the company has come. */
    record ProgressPage(
            int revision,
            boolean sample,
            List<Line> departments,
            int people,
            int acknowledged,
            List<Missing> missing,
            int number,
            boolean more) {}

    /** How far a department has come. */
    record Line(Optional<Department> department, int people, int acknowledged) {}

    /** Somebody who has not. */
    record Missing(PersonId id, String staffNumber, String name, Optional<Department> department) {}

    @GetMapping("/acknowledge")
    @PreAuthorize("isAuthenticated()")
    ModelAndView read(@AuthenticationPrincipal SignedIn person, Locale locale) {
        Revision revision = inForce.now();
        OptionalInt before = table.last(person.id());
        List<DraftView.Changed> changes = before.isPresent() && before.getAsInt() < revision.number()
                ? DraftView.changes(inForce.number(before.getAsInt()), revision, locale)
                : List.of();
        return new ModelAndView("revision/acknowledge")
                .addObject(
                        "page",
                        new ReadPage(
                                revision.number(),
                                revision.sample(),
                                revision.effectiveAt().atZone(clock.getZone()),
                                acknowledgements
                                        .missed(person.id(), LocalDate.now(clock))
                                        .isEmpty(),
                                acknowledgements.due(revision),
                                before,
                                changes));
    }

    @PostMapping("/acknowledge")
    @PreAuthorize("isAuthenticated()")
    String acknowledge(@AuthenticationPrincipal SignedIn person, @RequestParam int revision, Actor actor) {
        // Of a revision that took effect while the page was open nothing has been read yet.
        if (revision == inForce.now().number()) {
            acknowledgements.acknowledge(person.id(), AcknowledgementEvent.Way.READ, actor);
        }
        return "redirect:/regulation/acknowledge";
    }

    @GetMapping("/acknowledgements")
    @PreAuthorize("hasAuthority('regulation') or hasAuthority('record')")
    ModelAndView progress(@RequestParam Optional<Integer> page) {
        Revision revision = inForce.now();
        LocalDate today = LocalDate.now(clock);
        int number = Math.clamp(page.orElse(1), 1, MOST);
        List<AcknowledgementTable.Progress> progress = table.progress(revision.number(), today);
        Map<?, Department> known =
                departments.open().stream().collect(Collectors.toMap(Department::id, d -> d, (a, b) -> a));
        List<PersonId> ids = table.missing(revision.number(), today, PAGE + 1, (number - 1) * PAGE);
        Map<PersonId, Person> found = people.find(ids);
        List<Missing> missing = ids.stream()
                .limit(PAGE)
                .map(found::get)
                .filter(Objects::nonNull)
                .map(p -> new Missing(
                        p.id(),
                        p.staffNumber(),
                        p.name().full(),
                        Optional.ofNullable(p.department()).flatMap(d -> Optional.ofNullable(known.get(d)))))
                .toList();
        return new ModelAndView("revision/acknowledgements")
                .addObject(
                        "page",
                        new ProgressPage(
                                revision.number(),
                                revision.sample(),
                                progress.stream()
                                        .map(p -> new Line(
                                                Optional.ofNullable(p.department())
                                                        .flatMap(d -> Optional.ofNullable(known.get(d))),
                                                p.people(),
                                                p.acknowledged()))
                                        .toList(),
                                progress.stream()
                                        .mapToInt(AcknowledgementTable.Progress::people)
                                        .sum(),
                                progress.stream()
                                        .mapToInt(AcknowledgementTable.Progress::acknowledged)
                                        .sum(),
                                missing,
                                number,
                                ids.size() > PAGE));
    }

    @PostMapping("/acknowledgements")
    @PreAuthorize("hasAuthority('regulation')")
    String paper(@RequestParam(defaultValue = "") List<PersonId> person, @RequestParam int revision, Actor actor) {
        if (revision == inForce.now().number()) {
            acknowledgements.onPaper(person, actor);
        }
        return "redirect:/regulation/acknowledgements";
    }
}
