package org.hoshimori.core.findings;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonPicker;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Plans corrective actions and moves them on. */
@Controller
@RequestMapping("/findings")
@PreAuthorize("hasAuthority('findings')")
class ActionPages {

    private final FindingAbout about;
    private final CorrectiveActions actions;
    private final PersonPicker picker;

    ActionPages(FindingAbout about, CorrectiveActions actions, PersonPicker picker) {
        this.about = about;
        this.actions = actions;
        this.picker = picker;
    }

    /** The form. */
    record ActionPage(FindingAbout.About finding, List<Cause> causes, PersonPicker.Choice responsible) {}

    @GetMapping("/{check:\\d{1,9}}/action")
    ModelAndView blank(@PathVariable int check, @RequestParam String subject, Locale locale) {
        return form(about.of(check, subject, locale), ActionForm.empty(), HttpStatus.OK);
    }

    @PostMapping("/{check:\\d{1,9}}/action")
    ModelAndView plan(
            @PathVariable int check,
            @RequestParam String subject,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor,
            Locale locale) {
        FindingAbout.About finding = about.of(check, subject, locale);
        if (find.isPresent()) {
            return form(finding, form, HttpStatus.OK);
        }
        Optional<CorrectiveAction> action = described(check, subject, finding.clause(), form, errors);
        if (action.isEmpty()) {
            return form(finding, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown(actions.plan(action.get(), actor), finding);
    }

    /** What the form describes; nothing where it can't be read, and the errors say why. */
    static Optional<CorrectiveAction> described(
            int check, String subject, String clause, ActionForm form, BindingResult errors) {
        Optional<Cause> cause = Arrays.stream(Cause.values())
                .filter(c -> c.code().equals(form.cause()))
                .findFirst();
        if (cause.isEmpty()) {
            errors.rejectValue("cause", "typeMismatch");
        }
        PersonId responsible = form.responsible();
        if (responsible == null) {
            errors.rejectValue("responsible", "picker.needed");
        }
        Optional<LocalDate> dueOn = Days.read("dueOn", form.dueOn(), errors);
        if (errors.hasErrors() || cause.isEmpty() || responsible == null) {
            return Optional.empty();
        }
        return dueOn.map(due -> new CorrectiveAction(
                UUID.randomUUID(),
                check,
                form.wholeCheck().isEmpty() ? subject : "",
                clause,
                cause.get(),
                form.plan().strip(),
                responsible,
                due,
                !form.needsRevision().isEmpty(),
                new CorrectiveAction.State.Planned(),
                0));
    }

    @PostMapping("/{check:\\d{1,9}}/action/{id}/carried-out")
    ModelAndView carryOut(
            @PathVariable int check,
            @PathVariable UUID id,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String done,
            Actor actor,
            Locale locale) {
        return shown(actions.carryOut(id, done.strip(), actor), about.of(check, subject, locale));
    }

    @PostMapping("/{check:\\d{1,9}}/action/{id}/reviewed")
    ModelAndView review(
            @PathVariable int check,
            @PathVariable UUID id,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String review,
            @RequestParam(defaultValue = "") String effective,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Locale locale) {
        return shown(
                actions.review(id, effective.equals("yes"), review.strip(), person.id(), actor),
                about.of(check, subject, locale));
    }

    private static ModelAndView shown(CorrectiveActions.Outcome outcome, FindingAbout.About finding) {
        return switch (outcome) {
            case CorrectiveActions.Outcome.Done _ -> new ModelAndView(finding.redirect());
            case CorrectiveActions.Outcome.Refused(CorrectiveActions.Refusal why) ->
                new ModelAndView(finding.redirect() + "&refused="
                        + switch (why) {
                            case OPEN_ALREADY -> "open-already";
                            case CHANGED_MEANWHILE -> "changed-meanwhile";
                            case OWN -> "own";
                        });
        };
    }

    private ModelAndView form(FindingAbout.About finding, ActionForm form, HttpStatus status) {
        return new ModelAndView("findings/action-form", status)
                .addObject(
                        "page",
                        new ActionPage(
                                finding,
                                List.of(Cause.values()),
                                picker.choice("responsible", form.responsibleWords(), form.responsible())))
                .addObject("form", form);
    }
}
