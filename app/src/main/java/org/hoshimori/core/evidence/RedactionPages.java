package org.hoshimori.core.evidence;

import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page that asks once more before a detail goes. */
@Controller
@RequestMapping("/record/{entry}/redact")
@PreAuthorize("hasAuthority('redaction')")
class RedactionPages {

    private final Redactions redactions;
    private final RecordList list;
    private final Clock clock;

    RedactionPages(Redactions redactions, RecordList list, Clock clock) {
        this.redactions = redactions;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable long entry) {
        return page(entry, redactions.possible(entry), HttpStatus.OK).addObject("form", new RedactionForm(""));
    }

    @PostMapping
    ModelAndView redact(
            @PathVariable long entry,
            @Valid @ModelAttribute("form") RedactionForm form,
            BindingResult errors,
            Actor actor) {
        if (errors.hasErrors()) {
            return page(entry, redactions.possible(entry), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Redactions.Outcome outcome = redactions.redact(entry, form.reason().strip(), actor);
        return outcome == Redactions.Outcome.DONE
                ? new ModelAndView("redirect:/record?before=" + (entry + 1))
                : page(entry, outcome, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(long entry, Redactions.Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case DONE, GONE, PROTECTED ->
                new ModelAndView("evidence/redact", status)
                        .addObject("page", list.entry(entry, clock.getZone()))
                        .addObject("refused", outcome == Redactions.Outcome.DONE ? "" : outcome.name());
        };
    }
}
