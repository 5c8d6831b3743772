package org.hoshimori.core.notices;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of what can't be delivered. */
@Controller
@RequestMapping("/notices/undelivered")
@PreAuthorize("hasAuthority('accounts')")
class UndeliveredPages {

    private final Deliveries deliveries;
    private final Undelivered undelivered;
    private final PeopleRegister people;
    private final Clock clock;

    UndeliveredPages(Deliveries deliveries, Undelivered undelivered, PeopleRegister people, Clock clock) {
        this.deliveries = deliveries;
        this.undelivered = undelivered;
        this.people = people;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            Optional<Person> person,
            ZonedDateTime at,
            int tries,
            String failure,
            Optional<ZonedDateTime> next) {}

    /** A page of the list. */
    record UndeliveredPage(List<Row> rows, int number, long total) {
        public long pages() {
            return (total + Deliveries.PAGE - 1) / Deliveries.PAGE;
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page) {
        int number = Math.clamp(page, 1, 1_000_000);
        List<Deliveries.Delivery> stuck = deliveries.stuck(number);
        Map<PersonId, Person> names =
                people.find(stuck.stream().flatMap(d -> d.recipient().stream()).toList());
        List<Row> rows = stuck.stream()
                .map(d -> new Row(
                        d.id(),
                        d.recipient().map(names::get),
                        d.toldAt().atZone(clock.getZone()),
                        d.tries(),
                        d.failure(),
                        d.refused() ? Optional.empty() : Optional.of(d.nextAt().atZone(clock.getZone()))))
                .toList();
        return new ModelAndView(
                "notices/undelivered", Map.of("page", new UndeliveredPage(rows, number, deliveries.stuck())));
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable UUID id) {
        undelivered.tryNow(id);
        return "redirect:/notices/undelivered";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Actor actor) {
        undelivered.withdraw(id, actor);
        return "redirect:/notices/undelivered";
    }
}
