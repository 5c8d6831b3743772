package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of plans, and what the regulation wants that no plan carries out. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/backup-plans")
@PreAuthorize("isAuthenticated()")
class PlanPages {

    private final PlanList list;
    private final Targets targets;
    private final Estate estate;
    private final PeopleRegister people;
    private final Clock clock;

    PlanPages(PlanList list, Targets targets, Estate estate, PeopleRegister people, Clock clock) {
        this.list = list;
        this.targets = targets;
        this.estate = estate;
        this.people = people;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(
            Plan plan,
            Standing standing,
            Optional<ZonedDateTime> lastGood,
            Optional<Item> equipment,
            String responsible) {
        public Rhythm rhythm() {
            return Rhythm.of(plan.timetable().rule());
        }
    }

    /**
     * The list.
     *
     * @param open rows of the regulation's table that no plan carries out
     */
    record ListPage(PlanList.Wish wish, PlanList.Page found, List<Row> rows, List<Targets.Target> open) {
        public List<Plan.Destination> destinations() {
            return Arrays.asList(Plan.Destination.values());
        }

        public List<Standing.Kind> standings() {
            return Arrays.asList(Standing.Kind.values());
        }

        public List<PlanList.Order> orders() {
            return Arrays.asList(PlanList.Order.values());
        }
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String destination,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String ended,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Target", required = false) Optional<String> target,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        Viewer viewer = Viewer.of(person, authentication);
        PlanList.Wish wish = new PlanList.Wish(
                q,
                Plan.Destination.find(destination),
                Standing.Kind.find(standing),
                viewer.own(),
                ended.equals("true"),
                PlanList.Order.of(order),
                page);
        PlanList.Page found = list.page(wish);
        boolean rowsOnly = target.filter("rows"::equals).isPresent();
        List<Targets.Target> wanted = viewer.keeps() && !rowsOnly ? targets.now(locale) : List.of();
        Set<String> open = wanted.isEmpty() ? Set.of() : targets.open(wanted);
        return new ModelAndView(rowsOnly ? "backups/plans :: rows" : "backups/plans")
                .addObject(
                        "page",
                        new ListPage(
                                wish,
                                found,
                                rows(found.lines()),
                                wanted.stream()
                                        .filter(t -> open.contains(t.id()))
                                        .toList()));
    }

    private List<Row> rows(List<BackupPlanTable.Line> lines) {
        Set<ItemId> equipment = lines.stream().map(l -> l.plan().equipment()).collect(Collectors.toSet());
        Set<PersonId> persons = lines.stream().map(l -> l.plan().responsible()).collect(Collectors.toSet());
        Map<ItemId, Item> items = estate.find(equipment);
        Map<PersonId, Person> names = people.find(persons);
        return lines.stream()
                .map(l -> new Row(
                        l.plan(),
                        l.standing(),
                        l.standing().lastGood().map(i -> i.atZone(clock.getZone())),
                        Optional.ofNullable(items.get(l.plan().equipment())),
                        Optional.ofNullable(names.get(l.plan().responsible()))
                                .map(p -> p.name().full())
                                .orElse("")))
                .toList();
    }
}
