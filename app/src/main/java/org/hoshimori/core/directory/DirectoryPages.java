package org.hoshimori.core.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the directory and the register say otherwise; take over or leave, one by one. */
@Controller
@RequestMapping("/directory")
@PreAuthorize("hasAuthority('people')")
class DirectoryPages {

    private static final int MOST = 200;

    private final DirectorySettings settings;
    private final Directory directory;
    private final DifferenceTable table;
    private final PeopleRegister people;

    DirectoryPages(DirectorySettings settings, Directory directory, DifferenceTable table, PeopleRegister people) {
        this.settings = settings;
        this.directory = directory;
        this.table = table;
        this.people = people;
    }

    /**
     * What differs.
     *
     * @param total of which at most {@value #MOST} are shown
     * @param problem a message code, if the last try went wrong
     */
    record Page(
            boolean on,
            String address,
            List<Found> rows,
            int total,
            Map<PersonId, Person> people,
            Optional<String> problem) {

        /** Who it is, here or there. */
        public String name(Found row) {
            return row.person()
                    .map(people::get)
                    .map(p -> p.name().full())
                    .or(() -> row.entry().map(e -> (e.family() + " " + e.given()).strip()))
                    .filter(n -> !n.isEmpty())
                    .orElse("–");
        }

        /** What the register says of a field. */
        public String here(Found row, Difference.Field field) {
            return row.person()
                    .map(people::get)
                    .map(p -> switch (field) {
                        case NUMBER -> p.staffNumber();
                        case MAIL -> p.mail();
                        case FAMILY -> p.name().family();
                        case GIVEN -> p.name().given();
                    })
                    .orElse("–");
        }

        /** What the directory says of it. */
        public String there(Found row, Difference.Field field) {
            return row.entry()
                    .map(e -> switch (field) {
                        case NUMBER -> e.number();
                        case MAIL -> e.mail();
                        case FAMILY -> e.family();
                        case GIVEN -> e.given();
                    })
                    .orElse("–");
        }

        public String label(Difference.Field field) {
            return "directory.field." + field.code();
        }
    }

    @GetMapping
    ModelAndView all() {
        return page(Optional.empty());
    }

    @PostMapping("/compare")
    ModelAndView compare(Actor actor) {
        if (!settings.on()) {
            return page(Optional.of("directory.off"));
        }
        return switch (directory.compare(actor)) {
            case DONE -> new ModelAndView("redirect:/directory?compared");
            case UNREACHABLE -> page(Optional.of("directory.unreachable"));
            case EMPTY -> page(Optional.of("directory.nobody-there"));
        };
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, Actor actor) {
        return switch (directory.confirm(id, actor)) {
            case Directory.Outcome.Done done -> new ModelAndView("redirect:/directory?confirmed");
            case Directory.Outcome.Gone gone -> page(Optional.of("directory.gone"));
            case Directory.Outcome.Incomplete incomplete -> page(Optional.of("directory.incomplete"));
            case Directory.Outcome.Refused(PeopleRegister.Refusal why) ->
                page(Optional.of("directory.refused."
                        + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    }

    @PostMapping("/{id}/dismiss")
    String dismiss(@PathVariable UUID id, Actor actor) {
        directory.dismiss(id, actor);
        return "redirect:/directory";
    }

    private ModelAndView page(Optional<String> problem) {
        List<Found> rows = table.open(MOST);
        return new ModelAndView(
                        "directory/directory", problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(
                        "page",
                        new Page(
                                settings.on(),
                                settings.url(),
                                rows,
                                rows.size() < MOST ? rows.size() : table.count(),
                                people.find(rows.stream()
                                        .flatMap(r -> r.person().stream())
                                        .distinct()
                                        .toList()),
                                problem));
    }
}
