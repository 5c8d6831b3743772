package org.hoshimori.chapters.backups;

import jakarta.validation.Valid;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Attachments;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.legal.LegalMeasures;
import org.hoshimori.core.legal.LegalPanel;
import org.hoshimori.core.organization.Days;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A plan's page: how it stands, its runs, results entered by hand, trials of restoring, tokens. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/backup-plans/{id}")
@PreAuthorize("isAuthenticated()")
class PlanPage {

    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);

    private final BackupPlanTable plans;
    private final PlanView view;
    private final Results results;
    private final RestoreTests tests;
    private final Tokens tokens;
    private final Attachments attachments;
    private final LegalMeasures legal;
    private final Clock clock;

    PlanPage(
            BackupPlanTable plans,
            PlanView view,
            Results results,
            RestoreTests tests,
            Tokens tokens,
            Attachments attachments,
            LegalMeasures legal,
            Clock clock) {
        this.plans = plans;
        this.view = view;
        this.results = results;
        this.tests = tests;
        this.tokens = tokens;
        this.attachments = attachments;
        this.legal = legal;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable PlanId id,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        Viewer viewer = Viewer.of(person, authentication);
        return view.of(seen(id, viewer), viewer, locale, HttpStatus.OK);
    }

    @PostMapping("/results")
    ModelAndView result(
            @PathVariable PlanId id,
            @Valid @ModelAttribute("resultForm") ResultForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        Viewer viewer = Viewer.of(person, authentication);
        BackupPlanTable.Line line = seen(id, viewer);
        Optional<LocalDate> day = Days.read("endedOn", form.endedOn(), errors);
        if (!errors.hasErrors() && day.isPresent()) {
            Instant ended = day.get()
                    .atTime(LocalTime.parse(form.endedAt()))
                    .atZone(clock.getZone())
                    .toInstant();
            long bytes = form.megabytes().isBlank()
                    ? Result.UNKNOWN
                    : new BigDecimal(form.megabytes().strip()).multiply(MEGA).longValue();
            Result result = Result.at(form.resultState().equals("ok"), ended, bytes, form.resultNote());
            switch (results.report(id, "hand:" + ended, result, "hand", person.actor())) {
                case Results.Outcome.Taken _ -> {
                    return back(id);
                }
                case Results.Outcome.Refused(Results.Refusal why) -> {
                    switch (why) {
                        case PLAN_UNKNOWN -> throw new PlanUnknown(id.toString());
                        case PLAN_ENDED -> errors.reject("backup-plans.refused.plan-ended");
                        case TIME -> errors.rejectValue("endedOn", "backup-plans.refused.time");
                        case KEY, KEY_TAKEN -> errors.rejectValue("endedAt", "backup-plans.refused.key-taken");
                    }
                }
            }
        }
        return again(line, viewer, locale, "resultForm", form, errors);
    }

    @PostMapping("/restore-tests")
    ModelAndView restored(
            @PathVariable PlanId id,
            @Valid @ModelAttribute("restoreForm") RestoreForm form,
            BindingResult errors,
            @RequestParam(required = false) Optional<MultipartFile> file,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale)
            throws IOException {
        Viewer viewer = Viewer.of(person, authentication);
        BackupPlanTable.Line line = seen(id, viewer);
        Optional<LocalDate> day = Days.read("testedOn", form.testedOn(), errors);
        if (day.filter(LocalDate.now(clock)::isBefore).isPresent()) {
            errors.rejectValue("testedOn", "backup-plans.not-yet");
        }
        if (errors.hasErrors() || day.isEmpty()) {
            return again(line, viewer, locale, "restoreForm", form, errors);
        }
        Optional<MultipartFile> sent = file.filter(f -> !f.isEmpty());
        if (sent.isPresent()) {
            String name = Optional.ofNullable(sent.get().getOriginalFilename()).orElse("");
            Attachments.Outcome kept =
                    attachments.keep(sent.get().getInputStream(), name, id.subject(), person.actor());
            if (kept instanceof Attachments.Outcome.NotKept refused) {
                return again(line, viewer, locale, "restoreForm", form, errors).addObject("notKept", refused);
            }
        }
        tests.tested(
                id,
                day.get(),
                form.restored(),
                Integer.parseInt(form.minutes()),
                form.outcome().equals("succeeded"),
                form.testNote(),
                person.id());
        return back(id);
    }

    /** What is done because of the laws that govern what is backed up. */
    @PostMapping("/legal-measure")
    ModelAndView measure(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String legalMeasure,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        Plan plan = seen(id, Viewer.of(person, authentication)).plan();
        LegalPanel.read(legalMeasure)
                .ifPresent(
                        m -> legal.state(id.subject(), "/backup-plans/" + id, view.governing(plan), m, person.actor()));
        return back(id);
    }

    /** The new token is shown once: we keep its hash only. */
    @PostMapping("/tokens")
    @PreAuthorize("hasAuthority('backups')")
    ModelAndView token(@PathVariable PlanId id, @AuthenticationPrincipal SignedIn person, RedirectAttributes shown) {
        Plan plan =
                plans.find(id).orElseThrow(() -> new PlanUnknown(id.toString())).plan();
        shown.addFlashAttribute("secret", tokens.make(plan.id(), person.actor()));
        return back(id);
    }

    @PostMapping("/tokens/{token}/revoke")
    @PreAuthorize("hasAuthority('backups')")
    ModelAndView revoke(@PathVariable PlanId id, @PathVariable UUID token, @AuthenticationPrincipal SignedIn person) {
        tokens.revoke(id, token, person.actor());
        return back(id);
    }

    private static ModelAndView back(PlanId id) {
        return new ModelAndView("redirect:/backup-plans/" + id);
    }

    private ModelAndView again(
            BackupPlanTable.Line line, Viewer viewer, Locale locale, String name, Object form, BindingResult errors) {
        ModelAndView page = view.of(line, viewer, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        page.getModel().put(name, form);
        page.getModel().put(BindingResult.MODEL_KEY_PREFIX + name, errors);
        return page;
    }

    private BackupPlanTable.Line seen(PlanId id, Viewer viewer) {
        return plans.find(id)
                .filter(line -> viewer.sees(line.plan()))
                .orElseThrow(() -> new PlanUnknown(id.toString()));
    }
}
