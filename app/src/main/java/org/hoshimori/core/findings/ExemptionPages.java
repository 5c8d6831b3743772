package org.hoshimori.core.findings;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
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

/** Asks for exceptions and ends them. */
@Controller
@RequestMapping("/findings")
@PreAuthorize("hasAuthority('findings')")
class ExemptionPages {

    private final FindingAbout about;
    private final Exemptions exemptions;

    ExemptionPages(FindingAbout about, Exemptions exemptions) {
        this.about = about;
        this.exemptions = exemptions;
    }

    @GetMapping("/{check:\\d{1,9}}/exception")
    ModelAndView blank(@PathVariable int check, @RequestParam String subject, Locale locale) {
        return form(about.of(check, subject, locale), ExemptionForm.empty(), HttpStatus.OK);
    }

    @PostMapping("/{check:\\d{1,9}}/exception")
    ModelAndView ask(
            @PathVariable int check,
            @RequestParam String subject,
            @Valid @ModelAttribute("form") ExemptionForm form,
            BindingResult errors,
            Actor actor,
            Locale locale) {
        FindingAbout.About finding = about.of(check, subject, locale);
        return asked(exemptions, check, subject, finding.clause(), form, errors, actor)
                ? new ModelAndView(finding.redirect())
                : form(finding, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Whether it is asked for; if not, the errors say why. */
    static boolean asked(
            Exemptions exemptions,
            int check,
            String subject,
            String clause,
            ExemptionForm form,
            BindingResult errors,
            Actor actor) {
        Optional<LocalDate> endsOn = Days.read("endsOn", form.endsOn(), errors);
        if (errors.hasErrors() || endsOn.isEmpty()) {
            return false;
        }
        return switch (exemptions.ask(check, subject, clause, form.reason(), form.measure(), endsOn.get(), actor)) {
            case Exemptions.Outcome.Asked _ -> true;
            case Exemptions.Outcome.Refused(Exemptions.Refusal why) -> {
                switch (why) {
                    case LAST_DAY -> errors.rejectValue("endsOn", "exception.last-day");
                    case NOT_FAILING -> errors.reject("exception.not-failing");
                    case OPEN_ALREADY -> errors.reject("exception.open-already");
                    case NOBODY_DECIDES -> errors.reject("exception.nobody-decides");
                }
                yield false;
            }
        };
    }

    @PostMapping("/{check:\\d{1,9}}/exception/{id}/end")
    ModelAndView end(
            @PathVariable int check, @PathVariable UUID id, @RequestParam String subject, Actor actor, Locale locale) {
        exemptions.end(id, actor);
        return new ModelAndView(about.of(check, subject, locale).redirect());
    }

    private static ModelAndView form(FindingAbout.About finding, ExemptionForm form, HttpStatus status) {
        return new ModelAndView("findings/exception-form", status)
                .addObject("page", finding)
                .addObject("form", form);
    }
}
