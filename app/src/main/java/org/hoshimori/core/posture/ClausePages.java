package org.hoshimori.core.posture;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.findings.FindingWords;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A clause: what it asks, by what it is shown to be kept, and what is found; and all clauses of a chapter, category or state. */
@Controller
class ClausePages {

    private final Posture posture;
    private final SignTable signs;
    private final Words given;
    private final FindingWords words;
    private final RegulationInForce regulation;
    private final Clock clock;

    ClausePages(
            Posture posture,
            SignTable signs,
            Words given,
            FindingWords words,
            RegulationInForce regulation,
            Clock clock) {
        this.posture = posture;
        this.signs = signs;
        this.given = given;
        this.words = words;
        this.regulation = regulation;
        this.clock = clock;
    }

    /** A clause in a list. */
    record Row(ClauseState state, String title) {}

    /** Clauses of a chapter, a category and a state; empty for any. */
    record ListPage(String heading, String chapter, String category, String state, List<Row> rows) {}

    /** A duty in words. */
    record Obligation(String words, String mode) {}

    /** A parameter in words. */
    record Value(String id, String label, String value) {}

    /** The page of a clause. */
    record Page(
            Row row,
            int revision,
            Optional<String> exclusion,
            List<Obligation> duties,
            List<Value> parameters,
            List<SignTable.Checked> checks,
            List<Words.Word> words,
            Map<String, String> names,
            Optional<ZonedDateTime> evaluatedAt) {
        public String nameOf(String id) {
            return names.getOrDefault(id, id);
        }
    }

    @GetMapping("/posture/clauses")
    @PreAuthorize("isAuthenticated()")
    ModelAndView list(
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String state,
            Locale locale) {
        Revision now = regulation.now();
        List<Row> rows = posture.now().clauses().stream()
                .filter(c -> chapter.isEmpty() || c.chapter().equals(chapter))
                .filter(c -> category.isEmpty() || c.categories().contains(category))
                .filter(c -> state.isEmpty() || c.state().code().equals(state))
                .map(c -> row(now, c, locale))
                .toList();
        Wording wording = now.wording(locale);
        String heading = now.regulation().chapters().stream()
                .filter(c -> c.id().equals(chapter))
                .map(c -> c.number() + " " + wording.say(c.title()))
                .findFirst()
                .orElse("");
        return new ModelAndView("posture/clauses", "page", new ListPage(heading, chapter, category, state, rows));
    }

    private static Row row(Revision revision, ClauseState clause, Locale locale) {
        Wording wording = revision.wording(locale);
        String title = revision.regulation()
                .clause(clause.id())
                .or(() -> Optional.ofNullable(revision.regulation().exclusions().get(clause.id()))
                        .map(Regulation.Exclusion::clause))
                .map(c -> wording.say(c.title()))
                .orElse("");
        return new Row(clause, title);
    }

    @GetMapping("/posture/{clause:[a-z]+-[a-z0-9.-]+}")
    @PreAuthorize("isAuthenticated()")
    ModelAndView clause(@PathVariable String clause, Locale locale) {
        Revision now = regulation.now();
        List<SignTable.Checked> checks = signs.checks(LocalDate.now(clock));
        ClauseState state = posture.of(checks).clauses().stream()
                .filter(c -> c.id().equals(clause))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Wording wording = now.wording(locale);
        Optional<Clause> text = now.regulation().clause(clause);
        List<Words.Word> said = given.of(clause);
        Set<String> people = new HashSet<>();
        said.forEach(w -> people.add(w.by()));
        return new ModelAndView(
                "posture/clause",
                "page",
                new Page(
                        row(now, state, locale),
                        now.number(),
                        Optional.ofNullable(now.regulation().exclusions().get(clause))
                                .map(e -> e.reason() == null ? "–" : wording.say(e.reason())),
                        text.stream()
                                .flatMap(c -> c.duties().stream())
                                .map((Duty d) -> new Obligation(
                                        wording.say(d.words()), d.mode().code()))
                                .toList(),
                        text.stream()
                                .flatMap(c -> c.parameters().stream())
                                .flatMap(p -> now.regulation().setting(p.id()).stream())
                                .map(s -> new Value(
                                        s.parameter().id(),
                                        wording.say(s.parameter().label()),
                                        wording.value(s)))
                                .toList(),
                        checks.stream().filter(c -> c.clause().equals(clause)).toList(),
                        said,
                        words.names(people, locale),
                        Optional.ofNullable(state.evaluatedAt()).map(i -> i.atZone(clock.getZone()))));
    }

    @PostMapping("/posture/{clause:[a-z]+-[a-z0-9.-]+}/word")
    @PreAuthorize("hasAuthority('findings')")
    ModelAndView give(@PathVariable String clause, @RequestParam(defaultValue = "") String said, Actor actor) {
        boolean known = regulation.now().regulation().chapters().stream()
                .flatMap(Chapter::clauses)
                .anyMatch(c -> c.id().equals(clause));
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (said.isBlank() || said.length() > 2000) {
            return new ModelAndView("redirect:/posture/" + clause + "?unsaid");
        }
        given.give(clause, said.strip(), actor);
        return new ModelAndView("redirect:/posture/" + clause);
    }
}
