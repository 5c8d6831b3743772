package org.hoshimori.core.posture;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.core.findings.FindingWords;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Wording;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The posture on one page, for the committee, and as JSON. */
@Controller
class PosturePages {

    private static final int WORST = 10;

    private final Posture posture;
    private final SignTable signs;
    private final PostureHistory history;
    private final List<OverdueDuties> duties;
    private final FindingWords words;
    private final RegulationInForce regulation;
    private final MessageSource messages;
    private final Clock clock;

    PosturePages(
            Posture posture,
            SignTable signs,
            PostureHistory history,
            List<OverdueDuties> duties,
            FindingWords words,
            RegulationInForce regulation,
            MessageSource messages,
            Clock clock) {
        this.posture = posture;
        this.signs = signs;
        this.history = history;
        this.duties = duties;
        this.words = words;
        this.regulation = regulation;
        this.messages = messages;
        this.clock = clock;
    }

    /** A chapter with its bar. */
    record ChapterRow(String id, String title, PostureReport.Tally tally) {}

    /** A category of NIST CSF. */
    record Category(String code, String title, PostureReport.Tally tally) {

        /** Of all its clauses, the gravest state. */
        public String gravest() {
            return tally.states().keySet().stream()
                    .filter(s -> s != State.EXCLUDED)
                    .min(java.util.Comparator.naturalOrder())
                    .map(State::code)
                    .orElse("none");
        }
    }

    /** A function of NIST CSF with its categories. */
    record CsfRow(String code, String title, List<Category> categories) {}

    /** One of the worst findings; the name is empty to whom it is not told. */
    record WorstRow(SignTable.Worst finding, String subject) {}

    /** An overdue duty. */
    record OverdueRow(OverdueDuties.Overdue duty, String owner) {}

    /** The page. */
    record Page(
            PostureReport.Share share,
            PostureReport.Tally whole,
            long checked,
            List<ChapterRow> chapters,
            List<CsfRow> csf,
            List<WorstRow> worst,
            List<OverdueRow> overdue,
            boolean trend,
            LocalDate today) {

        public List<String> states() {
            return java.util.Arrays.stream(State.values()).map(State::code).toList();
        }
    }

    @GetMapping("/posture")
    @PreAuthorize("isAuthenticated()")
    ModelAndView page(Authentication viewer, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        PostureReport report = posture.now();
        Revision revision = regulation.now();
        Wording wording = revision.wording(locale);
        Map<String, String> titles = revision.regulation().chapters().stream()
                .collect(Collectors.toMap(c -> c.id(), c -> c.number() + " " + wording.say(c.title())));
        boolean named = Permission.anyOf(viewer, Permission.FINDINGS, Permission.RECORD);
        List<SignTable.Worst> worst = signs.worst(today, WORST);
        List<OverdueDuties.Overdue> overdue = duties.stream()
                .flatMap(d -> d.longest(today, WORST).stream())
                .limit(WORST)
                .toList();
        List<String> ids = new ArrayList<>();
        worst.forEach(w -> ids.add(w.subject()));
        overdue.forEach(d -> ids.add(d.owner()));
        Map<String, String> names = words.names(ids, locale);
        return new ModelAndView(
                "posture/posture",
                "page",
                new Page(
                        report.share(),
                        report.whole(),
                        report.clauses().stream()
                                .filter(c -> c.mechanism().equals("check"))
                                .count(),
                        report.byChapter().stream()
                                .map(t -> new ChapterRow(t.id(), titles.getOrDefault(t.id(), t.id()), t))
                                .toList(),
                        csf(revision, wording, report.byCategory()),
                        worst.stream()
                                .map(w -> new WorstRow(w, named ? names.getOrDefault(w.subject(), w.subject()) : ""))
                                .toList(),
                        overdue.stream()
                                .map(d -> new OverdueRow(
                                        d,
                                        named || d.owner().startsWith("post:")
                                                ? names.getOrDefault(d.owner(), d.owner())
                                                : ""))
                                .toList(),
                        !history.since(today.minusYears(1)).isEmpty(),
                        today));
    }

    private static List<CsfRow> csf(Revision revision, Wording wording, Map<String, PostureReport.Tally> tallies) {
        List<Catalog.Named> names = revision.regulation().catalog().csf();
        return names.stream()
                .filter(f -> f.code().indexOf('.') < 0)
                .map(f -> new CsfRow(
                        f.code(),
                        wording.say(f.title()),
                        names.stream()
                                .filter(c -> c.code().startsWith(f.code() + "."))
                                .map(c -> new Category(
                                        c.code(),
                                        wording.say(c.title()),
                                        tallies.getOrDefault(c.code(), new PostureReport.Tally(c.code(), Map.of()))))
                                .toList()))
                .toList();
    }

    @GetMapping(value = "/posture/trend.svg", produces = "image/svg+xml")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<String> trend(Locale locale) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusYears(1);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .body(TrendChart.svg(
                        history.since(first),
                        first,
                        today,
                        Map.of(
                                "kept",
                                word("posture.trend.kept", locale),
                                "alarm",
                                word("posture.trend.alarm", locale))));
    }

    private String word(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }

    @GetMapping(value = "/api/v1/posture", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<String> json() {
        return ResponseEntity.ok(PostureJson.of(posture.now()));
    }
}
