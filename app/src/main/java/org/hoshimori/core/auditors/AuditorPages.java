package org.hoshimori.core.auditors;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.accounts.Invitations;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PersonId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts of auditors: issue, extend, end. */
@Controller
@RequestMapping("/auditors")
@PreAuthorize("hasAuthority('accounts')")
class AuditorPages {

    private final Auditors auditors;
    private final Invitations invitations;
    private final Clock clock;

    AuditorPages(Auditors auditors, Invitations invitations, Clock clock) {
        this.auditors = auditors;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param link of an invitation made just now; it is shown this once
     */
    record ListPage(List<Row> rows, Auditors.Page page, Optional<String> link, Optional<String> refusal) {}

    /** An auditor as the page shows him or her. */
    record Row(Auditor auditor, boolean open) {}

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page) {
        return page(page, HttpStatus.OK, Optional.empty(), Optional.empty());
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return new ModelAndView("auditors/auditor-form").addObject("form", AuditorForm.empty(LocalDate.now(clock)));
    }

    @PostMapping
    ModelAndView issue(@Valid @ModelAttribute("form") AuditorForm form, BindingResult errors, Actor actor) {
        Optional<LocalDate> from = Days.read("from", form.from(), errors);
        Optional<LocalDate> until = Days.read("until", form.until(), errors);
        if (!errors.hasErrors()) {
            Auditors.Outcome outcome = auditors.issue(form, from.orElseThrow(), until.orElseThrow(), actor);
            switch (outcome) {
                case Auditors.Outcome.Done(PersonId id) -> {
                    return invite(id, actor);
                }
                case Auditors.Outcome.Refused(Auditors.Refusal why) ->
                    errors.rejectValue(why == Auditors.Refusal.MAIL_TAKEN ? "mail" : "until", code(why));
            }
        }
        return new ModelAndView("auditors/auditor-form", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/invite")
    ModelAndView invite(@PathVariable PersonId id, Actor actor) {
        String link = Invitations.link(invitations.invite(id, actor));
        return page(1, HttpStatus.OK, Optional.of(link), Optional.empty());
    }

    @PostMapping("/{id}/extend")
    ModelAndView extend(
            @PathVariable PersonId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Actor actor) {
        return switch (auditors.extend(id, until, actor)) {
            case Auditors.Outcome.Done _ -> new ModelAndView("redirect:/auditors");
            case Auditors.Outcome.Refused(Auditors.Refusal why) ->
                page(1, HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), Optional.of(code(why)));
        };
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable PersonId id, Actor actor) {
        auditors.end(id, actor);
        return "redirect:/auditors";
    }

    private static String code(Auditors.Refusal why) {
        return switch (why) {
            case MAIL_TAKEN -> "person.mail-taken";
            case ENDS_TOO_EARLY -> "auditor.ends-too-early";
            case TOO_LONG -> "auditor.too-long";
            case ENDED -> "auditor.ended";
        };
    }

    private ModelAndView page(int number, HttpStatus status, Optional<String> link, Optional<String> refusal) {
        Auditors.Page page = auditors.page(number);
        LocalDate today = LocalDate.now(clock);
        List<Row> rows =
                page.auditors().stream().map(a -> new Row(a, a.openOn(today))).toList();
        return new ModelAndView("auditors/auditors", status).addObject("page", new ListPage(rows, page, link, refusal));
    }
}
