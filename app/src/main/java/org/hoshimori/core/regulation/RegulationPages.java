package org.hoshimori.core.regulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.regulation.Finding;
import org.hoshimori.regulation.Messages;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringReader;
import org.hoshimori.yaml.YamlException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The regulation in force, to read; revisions, to adopt. */
@Controller
@RequestMapping("/regulation")
class RegulationPages {

    /** The document brings its own style; nothing in it may run. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

    private final RegulationInForce inForce;
    private final Adoption adoption;
    private final Clock clock;

    RegulationPages(RegulationInForce inForce, Adoption adoption, Clock clock) {
        this.inForce = inForce;
        this.adoption = adoption;
        this.clock = clock;
    }

    /**
     * Revisions as a page lists them.
     *
     * @param problems why a tailoring was not adopted, in the reader's language
     */
    record RevisionsPage(Revision now, List<Line> revisions, LocalDate today, List<String> problems) {}

    /** A revision. */
    record Line(int number, ZonedDateTime effectiveAt, boolean inForce, boolean future) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView revisions() {
        return page(HttpStatus.OK, List.of());
    }

    @GetMapping(value = "/{number}/document", produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<byte[]> document(@PathVariable int number, Locale locale) throws IOException {
        if (number != 0 && inForce.starts().stream().noneMatch(s -> s.number() == number)) {
            return ResponseEntity.notFound().build();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Regulation regulation = inForce.number(number).regulation();
        Documents.write(
                RegulationDocument.of(regulation, Revision.language(locale), number == 0, null, List.of()),
                Format.HTML,
                out);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(out.toByteArray());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView adopt(
            @RequestParam MultipartFile tailoring,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effectiveOn,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
                    Optional<LocalTime> effectiveTime,
            Actor actor,
            Locale locale)
            throws IOException {
        String name = String.valueOf(tailoring.getOriginalFilename());
        inForce.forget();
        if (!inForce.now().sample()) {
            // Once a regulation holds, it names who approves the next: that goes by a draft.
            return refused("regulation.by-draft", name);
        }
        Tailoring read;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(tailoring.getBytes()))
                    .toString();
            read = TailoringReader.read(name, text);
        } catch (YamlException e) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, List.of(Messages.of(e, Revision.language(locale))));
        } catch (CharacterCodingException e) {
            return refused("regulation.not-utf-8", name);
        }
        Regulation regulation = Regulation.resolve(CatalogJson.shipped(), read);
        return switch (adoption.adopt(regulation, effectiveOn, effectiveTime, actor)) {
            case Adoption.Outcome.Adopted _ -> new ModelAndView("redirect:/regulation");
            case Adoption.Outcome.StillOpen(List<Finding> errors) ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        errors.stream()
                                .map(f -> f.message().in(Revision.language(locale)))
                                .toList());
            case Adoption.Outcome.InstantTaken(int number) -> refused("regulation.instant-taken", number);
            case Adoption.Outcome.Past _ ->
                refused(
                        "regulation.past",
                        effectiveTime.map(t -> effectiveOn + " " + t).orElse(effectiveOn.toString()));
        };
    }

    private ModelAndView refused(String code, Object argument) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, List.of())
                .addObject("refusal", code)
                .addObject("refusalArgument", argument);
    }

    private ModelAndView page(HttpStatus status, List<String> problems) {
        // Who has just adopted one on another node comes back to this page.
        inForce.forget();
        Instant now = clock.instant();
        Revision current = inForce.at(now);
        List<Line> lines = inForce.starts().reversed().stream()
                .map(s -> new Line(
                        s.number(),
                        s.effectiveAt().atZone(clock.getZone()),
                        s.number() == current.number(),
                        s.effectiveAt().isAfter(now)))
                .toList();
        return new ModelAndView("regulation/revisions", status)
                .addObject("page", new RevisionsPage(current, lines, LocalDate.now(clock), problems));
    }
}
