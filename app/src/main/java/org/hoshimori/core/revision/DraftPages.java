package org.hoshimori.core.revision;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Messages;
import org.hoshimori.yaml.YamlException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages of drafts: which there are, what is still open in one, and what is done with it as a whole. */
@Controller
@RequestMapping("/drafts")
class DraftPages {

    private final Drafts drafts;
    private final RevisionDesk desk;
    private final RegulationInForce inForce;
    private final Importing importing;
    private final Clock clock;

    DraftPages(Drafts drafts, RevisionDesk desk, RegulationInForce inForce, Importing importing, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.inForce = inForce;
        this.importing = importing;
        this.clock = clock;
    }

    /** All drafts that are open. */
    record ListPage(List<Draft> drafts, Revision latest, ZoneId zone) {

        /** When a draft was last changed. */
        public ZonedDateTime at(Draft draft) {
            return draft.changedAt().atZone(zone);
        }
    }

    /** A draft as a whole. */
    record DraftPage(
            Draft draft,
            DraftView.Counts counts,
            List<DraftView.ChapterLine> chapters,
            List<DraftView.Found> findings,
            long errors,
            boolean outdated,
            int latest) {}

    @GetMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView list(@RequestParam(defaultValue = "") String name) {
        return list(HttpStatus.OK).addObject("name", name);
    }

    private ModelAndView list(HttpStatus status) {
        return new ModelAndView(
                "revision/drafts",
                Map.of("page", new ListPage(drafts.open(), inForce.latest(), clock.getZone())),
                status);
    }

    /** Begins a draft: from the last revision, or from a tailoring or an OSCAL profile that is brought. */
    @PostMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam Optional<MultipartFile> file,
            Actor actor,
            Locale locale)
            throws IOException {
        if (name.isBlank()) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", "draft.name-needed");
        }
        Optional<MultipartFile> brought = file.filter(f -> !f.isEmpty());
        if (brought.isEmpty()) {
            return shown(desk.open(name, Revision.language(locale), actor));
        }
        String fileName = String.valueOf(brought.get().getOriginalFilename());
        try {
            Importing.Read read = importing.read(fileName, brought.get().getBytes(), Revision.language(locale));
            Draft draft = desk.open(name, read.text(), Revision.language(locale), actor);
            return read.unsaid().isEmpty()
                    ? shown(draft)
                    : page(draft, locale, HttpStatus.OK).addObject("unsaid", read.unsaid());
        } catch (YamlException e) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("problem", Messages.of(e, Revision.language(locale)));
        } catch (Importing.Unreadable e) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refusal", e.code())
                    .addObject("refusalArgument", fileName);
        }
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView draft(@PathVariable DraftId id, Locale locale) {
        return page(desk.known(id), locale, HttpStatus.OK);
    }

    private ModelAndView page(Draft draft, Locale locale, HttpStatus status) {
        DraftView view = new DraftView(draft, locale);
        List<DraftView.Found> findings = view.findings();
        Revision latest = inForce.latest();
        return new ModelAndView("revision/draft", status)
                .addObject(
                        "page",
                        new DraftPage(
                                draft,
                                view.counts(),
                                view.chapters(),
                                findings,
                                findings.stream()
                                        .filter(f -> f.level().equals("ERROR"))
                                        .count(),
                                draft.changeable() && view.outdated(latest),
                                latest.number()))
                .addObject("form", DescriptionForm.of(draft));
    }

    @PostMapping("/{id}/describe")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView describe(
            @PathVariable DraftId id,
            @ModelAttribute("form") DescriptionForm form,
            BindingResult errors,
            Actor actor,
            Locale locale) {
        Optional<LocalDate> from = Days.readIfAny("from", form.from(), errors);
        if (form.name().isBlank()) {
            errors.rejectValue("name", "draft.name-needed");
        }
        if (errors.hasErrors()) {
            return page(desk.known(id), locale, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("form", form)
                    .addObject(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        }
        return shown(desk.describe(id, form.version(), form.name(), from.orElse(null), form.note(), actor), id, locale);
    }

    @PostMapping("/{id}/bring-up")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView bringUp(@PathVariable DraftId id, @RequestParam int version, Actor actor, Locale locale) {
        return shown(desk.bringUp(id, version, Revision.language(locale), actor), id, locale);
    }

    @PostMapping("/{id}/discard")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView discard(@PathVariable DraftId id, @RequestParam int version, Actor actor, Locale locale) {
        return desk.discard(id, version, actor) instanceof RevisionDesk.Outcome.Refused(RevisionDesk.Refusal why)
                ? refused(why, id, locale)
                : new ModelAndView("redirect:/drafts");
    }

    @PostMapping("/{id}/ask")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView ask(@PathVariable DraftId id, @RequestParam int version, Actor actor, Locale locale) {
        return shown(desk.ask(id, version, actor), id, locale);
    }

    /** Sets what lint proposes. */
    @PostMapping("/{id}/remedy")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView remedy(
            @PathVariable DraftId id,
            @RequestParam int version,
            @RequestParam String parameter,
            @RequestParam List<String> value,
            Actor actor,
            Locale locale) {
        if (desk.known(id).regulation().setting(parameter).isEmpty()) {
            throw new DraftUnknown(parameter);
        }
        return shown(
                desk.change(id, version, List.of(parameter), text -> text.value(parameter, value), actor), id, locale);
    }

    private ModelAndView shown(RevisionDesk.Outcome outcome, DraftId id, Locale locale) {
        return switch (outcome) {
            case RevisionDesk.Outcome.Done(Draft draft) -> shown(draft);
            case RevisionDesk.Outcome.Refused(RevisionDesk.Refusal why) -> refused(why, id, locale);
        };
    }

    private static ModelAndView shown(Draft draft) {
        return new ModelAndView("redirect:/drafts/" + draft.id());
    }

    private ModelAndView refused(RevisionDesk.Refusal why, DraftId id, Locale locale) {
        return page(desk.known(id), locale, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("refusal", "draft.refusal." + why.name());
    }
}
