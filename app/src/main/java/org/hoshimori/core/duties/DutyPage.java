package org.hoshimori.core.duties;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.catalog.Duty;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Attachments;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A duty's page: what it is, do it, what was handed in, how it went before. */
@Controller
@RequestMapping("/duties/{id}")
@PreAuthorize("isAuthenticated()")
class DutyPage {

    private static final int BEFORE = 12;

    private final Tasks tasks;
    private final Duties duties;
    private final DutyKinds kinds;
    private final Assignees assignees;
    private final DutyLabels labels;
    private final Attachments attachments;
    private final RegulationInForce regulation;
    private final Clock clock;

    DutyPage(
            Tasks tasks,
            Duties duties,
            DutyKinds kinds,
            Assignees assignees,
            DutyLabels labels,
            Attachments attachments,
            RegulationInForce regulation,
            Clock clock) {
        this.tasks = tasks;
        this.duties = duties;
        this.kinds = kinds;
        this.assignees = assignees;
        this.labels = labels;
        this.attachments = attachments;
        this.regulation = regulation;
        this.clock = clock;
    }

    /** Another time of the same duty. */
    record Other(Task task, Task.State state) {}

    /**
     * The page.
     *
     * @param sentences what the regulation says
     * @param mayClose whether the one who looks may say that it is done
     */
    record Shown(
            Task task,
            Task.State state,
            DutyLabels.Label who,
            String about,
            List<String> sentences,
            boolean mayClose,
            Optional<ZonedDateTime> closedAt,
            List<Attachments.Named> files,
            List<Other> others) {}

    @GetMapping
    ModelAndView show(@PathVariable DutyId id, @AuthenticationPrincipal SignedIn person, Locale locale) {
        return page(id, person, locale, HttpStatus.OK);
    }

    @PostMapping("/done")
    ModelAndView done(
            @PathVariable DutyId id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn person,
            Locale locale) {
        return shown(duties.done(id, note, person.id()), id, person, locale, note, "");
    }

    @PostMapping("/not-applicable")
    ModelAndView notApplicable(
            @PathVariable DutyId id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn person,
            Locale locale) {
        return shown(duties.notApplicable(id, reason, person.id()), id, person, locale, "", reason);
    }

    @PostMapping("/files")
    ModelAndView attach(
            @PathVariable DutyId id,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Locale locale)
            throws IOException {
        Task task = tasks.find(id).orElseThrow(() -> new DutyUnknown(id));
        if (!assignees.on(LocalDate.now(clock)).may(person.id(), task)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (attachments.keep(file.getInputStream(), name, id.subject(), actor)) {
            case Attachments.Outcome.Kept _ -> new ModelAndView("redirect:/duties/" + id);
            case Attachments.Outcome.NotKept refused ->
                page(id, person, locale, HttpStatus.UNPROCESSABLE_CONTENT).addObject("notKept", refused);
        };
    }

    private ModelAndView shown(
            Optional<Duties.Refusal> refusal, DutyId id, SignedIn person, Locale locale, String note, String reason) {
        return refusal.map(why -> switch (why) {
                    case NOT_YOURS -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
                    case CLOSED_ALREADY, NOT_YET, REASON_NEEDED, TOO_LONG ->
                        page(id, person, locale, HttpStatus.UNPROCESSABLE_CONTENT)
                                .addObject(
                                        "refused",
                                        "duties.refused."
                                                + why.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'))
                                .addObject("note", note)
                                .addObject("reason", reason);
                })
                .orElseGet(() -> new ModelAndView("redirect:/duties/" + id));
    }

    private ModelAndView page(DutyId id, SignedIn person, Locale locale, HttpStatus status) {
        Task task = tasks.find(id).orElseThrow(() -> new DutyUnknown(id));
        LocalDate today = LocalDate.now(clock);
        Assignees.Acting acting = assignees.on(today);
        boolean may = acting.may(person.id(), task);
        if (!may && !acting.oversees(person.id()) && !labels.below(person.id(), task.assignee(), acting) && !reads()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        DutyLabels.Labels names = labels.of(List.of(task), acting, locale);
        return new ModelAndView("duties/duty", status)
                .addObject("note", "")
                .addObject("reason", "")
                .addObject(
                        "page",
                        new Shown(
                                task,
                                task.on(today),
                                names.of(task),
                                names.about(task),
                                sentences(task, locale),
                                may,
                                task.closed().at().map(at -> at.atZone(clock.getZone())),
                                attachments.of(id.subject()),
                                tasks.others(task, BEFORE).stream()
                                        .map(t -> new Other(t, t.on(today)))
                                        .toList()));
    }

    /** Who reads the record sees all duties, as does who keeps people and hands them over. */
    private static boolean reads() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && Permission.anyOf(who, Permission.RECORD, Permission.PEOPLE);
    }

    private List<String> sentences(Task task, Locale locale) {
        Revision now = regulation.now();
        return kinds.find(task.kind()).stream()
                .flatMap(k -> k.obliges().stream())
                .flatMap(id -> now.regulation().entry(id).stream())
                .filter(Duty.class::isInstance)
                .map(e -> now.wording(locale).say(((Duty) e).words()))
                .toList();
    }
}
