package org.hoshimori.core.revision;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.recognition.Recognition;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.word.WordDocument;
import org.hoshimori.word.WordUnreadable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A company's own Word text comes in: sent, looked at proposal by proposal, and of it taken what is ticked. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/drafts/{id}/own-text")
class OwnTextPages {

    private static final long MOST_BYTES = 30L << 20;

    private final RevisionDesk desk;
    private final OwnTexts texts;

    OwnTextPages(RevisionDesk desk, OwnTexts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView look(@PathVariable DraftId id, Locale locale) {
        Draft draft = desk.known(id);
        Optional<OwnTexts.OwnText> text = texts.find(id);
        if (text.isEmpty()) {
            return choose(draft, HttpStatus.OK);
        }
        Recognition recognition = recognition(draft.regulation(), text.get());
        return review(
                draft, text.get(), recognition, OwnTextView.proposed(recognition), Map.of(), HttpStatus.OK, locale);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView send(@PathVariable DraftId id, @RequestParam Optional<MultipartFile> file, Actor actor)
            throws IOException {
        Draft draft = desk.known(id);
        if (file.isEmpty() || file.get().isEmpty()) {
            return choose(draft, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", "word.choose");
        }
        if (file.get().getSize() > MOST_BYTES) {
            return choose(draft, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", "word.too-large");
        }
        byte[] content = file.get().getBytes();
        try {
            WordDocument.read(content);
        } catch (WordUnreadable e) {
            return choose(draft, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refusal", "word." + e.problem().code());
        }
        texts.keep(id, Objects.requireNonNullElse(file.get().getOriginalFilename(), ""), content, actor);
        return new ModelAndView("redirect:/drafts/" + id + "/own-text");
    }

    /** Takes what is ticked, and nothing else. */
    @PostMapping("/take")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView take(
            @PathVariable DraftId id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> entered,
            Actor actor,
            Locale locale) {
        Draft draft = desk.known(id);
        OwnTexts.OwnText text = texts.find(id).orElseThrow(() -> new DraftUnknown(id.toString()));
        Regulation regulation = draft.regulation();
        Recognition recognition = recognition(regulation, text);
        Taking taking = Taking.of(recognition, regulation, text.document().language(), entered);
        if (!taking.wrong().isEmpty() || taking.what().isEmpty()) {
            return again(draft, text, recognition, entered, taking.wrong(), locale)
                    .addObject("refusal", taking.wrong().isEmpty() ? "own-text.nothing" : "own-text.wrong");
        }
        return switch (desk.change(id, version, taking.what(), taking::applied, actor)) {
            case RevisionDesk.Outcome.Done _ -> new ModelAndView("redirect:/drafts/" + id + "/own-text");
            case RevisionDesk.Outcome.Refused(RevisionDesk.Refusal why) ->
                again(draft, text, recognition, entered, Map.of(), locale)
                        .addObject("refusal", "draft.refusal." + why.name());
        };
    }

    private static ModelAndView again(
            Draft draft,
            OwnTexts.OwnText text,
            Recognition recognition,
            MultiValueMap<String, String> entered,
            Map<String, String> wrong,
            Locale locale) {
        return review(
                draft,
                text,
                recognition,
                new LinkedMultiValueMap<>(entered),
                wrong,
                HttpStatus.UNPROCESSABLE_CONTENT,
                locale);
    }

    private static Recognition recognition(Regulation regulation, OwnTexts.OwnText text) {
        return Recognition.of(
                regulation, text.document().language(), text.document().passages());
    }

    private static ModelAndView review(
            Draft draft,
            OwnTexts.OwnText text,
            Recognition recognition,
            MultiValueMap<String, String> ticked,
            Map<String, String> wrong,
            HttpStatus status,
            Locale locale) {
        OwnTextView view = new OwnTextView(draft.regulation(), Revision.language(locale));
        return new ModelAndView("revision/own-text", status)
                .addObject("page", view.page(draft, text.name(), text.document().unread(), recognition, ticked, wrong));
    }

    private static ModelAndView choose(Draft draft, HttpStatus status) {
        return new ModelAndView("revision/own-text-choose", status).addObject("page", draft);
    }
}
