package org.hoshimori.core.revision;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.word.WordUnreadable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Changes and comments that came back with a draft that had gone out in Word. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/drafts/{id}/remarks")
class RemarkPages {

    private static final long MOST_BYTES = 30L << 20;

    private final RevisionDesk desk;
    private final RemarkDesk remarks;
    private final Clock clock;

    RemarkPages(RevisionDesk desk, RemarkDesk remarks, Clock clock) {
        this.desk = desk;
        this.remarks = remarks;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView list(@PathVariable DraftId id, Locale locale) {
        return page(id, HttpStatus.OK, Optional.empty(), "", "", locale);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView bring(@PathVariable DraftId id, @RequestParam Optional<MultipartFile> file, Actor actor, Locale locale)
            throws IOException {
        desk.known(id);
        if (file.isEmpty() || file.get().isEmpty()) {
            return refused(id, "word.choose", locale);
        }
        if (file.get().getSize() > MOST_BYTES) {
            return refused(id, "word.too-large", locale);
        }
        String name = Objects.requireNonNullElse(file.get().getOriginalFilename(), "");
        try {
            return switch (remarks.bring(id, name, file.get().getBytes(), actor)) {
                case RemarkDesk.Outcome.Read _ -> new ModelAndView("redirect:/drafts/" + id + "/remarks");
                case RemarkDesk.Outcome.NotOurs _ -> refused(id, "remarks.not-ours", locale);
            };
        } catch (WordUnreadable e) {
            return refused(id, "word." + e.problem().code(), locale);
        }
    }

    @PostMapping("/{remark}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView settle(
            @PathVariable DraftId id,
            @PathVariable UUID remark,
            @RequestParam int version,
            @RequestParam RemarkDesk.Act act,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            Locale locale) {
        Optional<RemarkDesk.Refusal> refusal = remarks.settle(id, remark, version, act, note, actor);
        return refusal.map(why -> page(
                        id,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Optional.of(remark),
                        "remarks.refusal." + why.name(),
                        note,
                        locale))
                .orElseGet(() -> new ModelAndView("redirect:/drafts/" + id + "/remarks"));
    }

    private ModelAndView refused(DraftId id, String code, Locale locale) {
        return page(id, HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), "", "", locale)
                .addObject("refusal", code);
    }

    private ModelAndView page(
            DraftId id, HttpStatus status, Optional<UUID> wrong, String why, String note, Locale locale) {
        Draft draft = desk.known(id);
        RemarkView view = new RemarkView(draft.regulation(), Revision.language(locale), clock.getZone());
        return new ModelAndView("revision/remarks", status)
                .addObject("page", view.page(draft, remarks.of(id), wrong, why, note));
    }
}
