package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.MyDay;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page after signing in: what one must decide, what one must do, what has changed. */
@Controller
class HomePage {

    private final List<MyDay> rooms;
    private final Clock clock;

    HomePage(List<MyDay> rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /** A line as the page shows it. */
    record Row(String message, List<Object> arguments, Optional<LocalDate> by, boolean overdue, String address) {}

    /** The day, question by question. */
    record DayPage(LocalDate today, Map<MyDay.Question, List<Row>> lines) {

        /** The rows of a question. */
        public List<Row> of(String question) {
            return lines.getOrDefault(MyDay.Question.valueOf(question), List.of());
        }

        /** Whether nothing at all is to be told. */
        public boolean quiet() {
            return lines.isEmpty();
        }
    }

    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    ModelAndView home(@AuthenticationPrincipal SignedIn person, Authentication authentication) {
        LocalDate today = LocalDate.now(clock);
        Set<String> permissions = authentication.getAuthorities().stream()
                .map(a -> String.valueOf(a.getAuthority()))
                .collect(Collectors.toSet());
        Map<MyDay.Question, List<Row>> lines = rooms.stream()
                .flatMap(room -> room.lines(person.id(), permissions, today).stream())
                .sorted(Comparator.comparing(l -> l.by().orElse(LocalDate.MAX)))
                .collect(Collectors.groupingBy(
                        MyDay.Line::question,
                        Collectors.mapping(
                                l -> new Row(
                                        l.message(),
                                        l.arguments(),
                                        l.by(),
                                        l.by().filter(today::isAfter).isPresent(),
                                        l.address()),
                                Collectors.toList())));
        return new ModelAndView("home/home", Map.of("page", new DayPage(today, lines)));
    }
}
