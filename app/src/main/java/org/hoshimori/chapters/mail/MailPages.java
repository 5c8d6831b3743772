package org.hoshimori.chapters.mail;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's pages: hand in a mail, read the answer, report it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/mail-check")
@PreAuthorize("isAuthenticated()")
class MailPages {

    /** Larger than mail servers let pass. */
    static final long MOST_BYTES = 40_000_000;

    private static final int LONGEST_WORDS = 2_000;

    private final MailDesk desk;
    private final HeldMails held;
    private final MailReports reports;
    private final Clock clock;

    MailPages(MailDesk desk, HeldMails held, MailReports reports, Clock clock) {
        this.desk = desk;
        this.held = held;
        this.reports = reports;
        this.clock = clock;
    }

    /** The first page, with what one has reported oneself. */
    record AskPage(List<MailReportRow> mine, long most) {}

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal SignedIn person) {
        return ask(person, HttpStatus.OK);
    }

    private ModelAndView ask(SignedIn person, HttpStatus status) {
        List<MailReportRow> mine = reports.of(person.id()).stream()
                .map(r -> new MailReportRow(r, "", r.reportedAt().atZone(clock.getZone())))
                .toList();
        return new ModelAndView("mail/ask", status).addObject("page", new AskPage(mine, MOST_BYTES / 1_000_000));
    }

    @PostMapping
    ModelAndView handIn(@RequestParam Optional<MultipartFile> file, @AuthenticationPrincipal SignedIn person)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return ask(person, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", "mail-check.choose");
        }
        if (file.get().getSize() > MOST_BYTES) {
            return ask(person, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", "mail-check.too-large");
        }
        String name = file.get().getOriginalFilename();
        held.hold(person.id(), name == null ? "" : name, file.get().getBytes());
        return new ModelAndView("redirect:/mail-check/answer");
    }

    @GetMapping("/answer")
    ModelAndView answer(@AuthenticationPrincipal SignedIn person, Locale locale) {
        return held.of(person.id())
                .map(mail -> answer(mail, HttpStatus.OK, locale))
                .orElseGet(() -> new ModelAndView("redirect:/mail-check"));
    }

    private ModelAndView answer(HeldMails.Held mail, HttpStatus status, Locale locale) {
        return new ModelAndView("mail/answer", status)
                .addObject("page", MailAnswer.of(desk.inspect(mail.content()), mail.content(), locale));
    }

    /** One click; what one has to say is asked for, not demanded. */
    @PostMapping("/report")
    ModelAndView report(
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Locale locale)
            throws IOException {
        if (words.length() > LONGEST_WORDS) {
            return held.of(person.id())
                    .map(mail -> answer(mail, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                            .addObject("refusal", "mail-check.words-too-long")
                            .addObject("words", words))
                    .orElseGet(() -> new ModelAndView("redirect:/mail-check"));
        }
        return desk.report(person.id(), words, actor)
                .map(report -> new ModelAndView("redirect:/mail-check/reports/" + report.id() + "?thanks"))
                .orElseGet(() -> new ModelAndView("redirect:/mail-check"));
    }

    /** Erases what was handed in at once. */
    @PostMapping("/put-away")
    String putAway(@AuthenticationPrincipal SignedIn person) {
        held.drop(person.id());
        return "redirect:/mail-check";
    }
}
