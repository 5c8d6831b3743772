package org.hoshimori.chapters.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.ContentFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reports: the list for whoever settles them, a report also for whoever has made it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/mail-check/reports")
@PreAuthorize("isAuthenticated()")
class MailReportPages {

    private static final int LONGEST_ANSWER = 2_000;
    static final int MOST_PAGES = 1_000_000;

    private final MailDesk desk;
    private final MailReports reports;
    private final ContentFiles files;
    private final PeopleRegister people;
    private final Clock clock;

    MailReportPages(MailDesk desk, MailReports reports, ContentFiles files, PeopleRegister people, Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    /** The list. */
    record ListPage(String state, MailReports.Page found, List<MailReportRow> rows) {
        public List<MailReport.State> states() {
            return List.of(MailReport.State.values());
        }
    }

    /**
     * A report.
     *
     * @param answer what is found in the mail today, if it could be kept
     * @param settles whether the viewer may settle it
     */
    record OnePage(MailReportRow row, Optional<MailAnswer> answer, boolean settles) {}

    @GetMapping
    @PreAuthorize("hasAuthority('findings')")
    ModelAndView list(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") String page) {
        int number = page.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
        Optional<MailReport.State> wished = MailReport.State.find(state);
        MailReports.Page found = reports.page(wished, number);
        return new ModelAndView("mail/reports")
                .addObject(
                        "page",
                        new ListPage(wished.map(MailReport.State::code).orElse(""), found, rows(found.reports())));
    }

    private List<MailReportRow> rows(List<MailReport> found) {
        Set<PersonId> reporters = found.stream().map(MailReport::reporter).collect(Collectors.toSet());
        Map<PersonId, Person> names = people.find(reporters);
        return found.stream()
                .map(r -> new MailReportRow(
                        r,
                        Optional.ofNullable(names.get(r.reporter()))
                                .map(p -> p.name().full())
                                .orElse(""),
                        r.reportedAt().atZone(clock.getZone())))
                .toList();
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView one(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale)
            throws IOException {
        return page(seen(id, person, authentication), authentication, HttpStatus.OK, locale);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/settle")
    @PreAuthorize("hasAuthority('findings')")
    ModelAndView settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "false") String warn,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication,
            Locale locale)
            throws IOException {
        MailReport report = seen(id, person, authentication);
        Optional<MailReport.State> state = MailReport.State.find(as).filter(s -> s != MailReport.State.OPEN);
        if (state.isEmpty() || answer.length() > LONGEST_ANSWER) {
            return page(report, authentication, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                    .addObject("refusal", state.isEmpty() ? "mail-check.choose-what" : "mail-check.words-too-long")
                    .addObject("words", answer);
        }
        if (!desk.settle(report, state.get(), answer, warn.equals("true"), person.id(), actor)) {
            return page(seen(id, person, authentication), authentication, HttpStatus.CONFLICT, locale)
                    .addObject("refusal", "mail-check.settled-already");
        }
        return new ModelAndView("redirect:/mail-check/reports/" + id);
    }

    private ModelAndView page(MailReport report, Authentication authentication, HttpStatus status, Locale locale)
            throws IOException {
        return new ModelAndView("mail/report", status)
                .addObject(
                        "page",
                        new OnePage(rows(List.of(report)).getFirst(), answer(report, locale), settles(authentication)));
    }

    private Optional<MailAnswer> answer(MailReport report, Locale locale) throws IOException {
        if (!report.kept() || !files.has(report.sha256())) {
            return Optional.empty();
        }
        try (InputStream in = files.open(report.sha256())) {
            byte[] mail = in.readNBytes((int) MailPages.MOST_BYTES);
            return Optional.of(MailAnswer.of(desk.inspect(mail), mail, locale));
        }
    }

    private MailReport seen(UUID id, SignedIn person, Authentication authentication) {
        return reports.find(id)
                .filter(r -> r.reporter().equals(person.id()) || settles(authentication))
                .orElseThrow(() -> new MailReportUnknown(id.toString()));
    }

    private static boolean settles(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.FINDINGS);
    }
}
