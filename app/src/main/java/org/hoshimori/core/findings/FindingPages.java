package org.hoshimori.core.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.checks.Severity;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Findings: the list, and each with what is done about it. */
@Controller
@RequestMapping("/findings")
@PreAuthorize("hasAuthority('findings') or hasAuthority('record')")
class FindingPages {

    private final FindingList list;
    private final FindingWords words;
    private final Exemptions exemptions;
    private final CorrectiveActions actions;
    private final RegulationInForce regulation;
    private final Clock clock;

    FindingPages(
            FindingList list,
            FindingWords words,
            Exemptions exemptions,
            CorrectiveActions actions,
            RegulationInForce regulation,
            Clock clock) {
        this.list = list;
        this.words = words;
        this.exemptions = exemptions;
        this.actions = actions;
        this.regulation = regulation;
        this.clock = clock;
    }

    /** A chapter to choose. */
    record Chapter(String id, String title) {}

    /** A finding with its words. */
    record Line(FindingList.Row row, String subject, String reason) {}

    /** The list. */
    record ListPage(
            FindingList.Wish wish,
            List<Line> lines,
            long total,
            int pages,
            List<Chapter> chapters,
            List<Severity> severities) {}

    /** A finding's page. */
    record OnePage(
            Line line,
            String clause,
            List<Exemption> exemptions,
            List<CorrectiveAction> actions,
            Map<String, String> names,
            LocalDate today) {

        public boolean mayAsk() {
            return line.row().status().equals("alarm") && line.row().exception().isEmpty();
        }

        public boolean mayPlan() {
            return line.row().status().equals("alarm") && line.row().action().isEmpty();
        }

        public String nameOf(String id) {
            return names.getOrDefault(id, id);
        }
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String check,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String page,
            Locale locale) {
        FindingList.Wish wish = new FindingList.Wish(
                status, chapter.strip(), clause.strip(), severity, number(check, 0), q.strip(), number(page, 1));
        FindingList.Page found = list.page(wish, words.meant(wish.words()));
        var wording = regulation.now().wording(locale);
        List<Chapter> chapters = regulation.now().regulation().chapters().stream()
                .filter(c -> c.number() > 0)
                .map(c -> new Chapter(c.id(), c.number() + " " + wording.say(c.title())))
                .toList();
        return new ModelAndView(
                "findings/list",
                "page",
                new ListPage(
                        wish,
                        lines(found.rows(), locale),
                        found.total(),
                        found.pages(),
                        chapters,
                        List.of(Severity.values())));
    }

    @GetMapping("/{check:\\d{1,9}}")
    ModelAndView one(@PathVariable int check, @RequestParam String subject, Locale locale) {
        FindingList.Row row = list.find(check, subject).orElseThrow(() -> new FindingUnknown(subject));
        List<CorrectiveAction> planned = actions.of(check, subject);
        Set<String> people = new HashSet<>();
        planned.forEach(a -> people.add("person:" + a.owner()));
        return new ModelAndView(
                "findings/finding",
                "page",
                new OnePage(
                        lines(List.of(row), locale).getFirst(),
                        clauseTitle(row.clause(), locale),
                        exemptions.of(check, subject),
                        planned,
                        words.names(people, locale),
                        LocalDate.now(clock)));
    }

    private String clauseTitle(String clause, Locale locale) {
        var now = regulation.now();
        return now.regulation()
                .clause(clause)
                .map(c -> now.wording(locale).say(c.title()))
                .orElse(clause);
    }

    private List<Line> lines(List<FindingList.Row> rows, Locale locale) {
        Set<String> ids = new HashSet<>();
        for (FindingList.Row row : rows) {
            ids.add(row.subject());
            row.arguments().stream().filter(FindingWords::isId).forEach(ids::add);
        }
        Map<String, String> names = words.names(ids, locale);
        return rows.stream()
                .map(r -> new Line(
                        r,
                        names.getOrDefault(r.subject(), r.subject()),
                        r.status().equals("alarm") ? words.reason(r.reason(), r.arguments(), names, locale) : ""))
                .toList();
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
