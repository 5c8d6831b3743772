package org.hoshimori.core.terminals;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.evidence.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The register of terminals: look, enter, revoke. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/terminals")
@PreAuthorize("hasAuthority('accounts')")
class TerminalPages {

    static final int PAGE = 50;
    static final int MOST_PAGES = 100_000;
    private static final int GROUP = 4;
    private static final int GROUPS_SHOWN = 4;

    private final TerminalRegister register;
    private final TerminalTable table;
    private final TerminalAuthorities authorities;
    private final Estate estate;
    private final Clock clock;

    TerminalPages(
            TerminalRegister register,
            TerminalTable table,
            TerminalAuthorities authorities,
            Estate estate,
            Clock clock) {
        this.register = register;
        this.table = table;
        this.authorities = authorities;
        this.estate = estate;
        this.clock = clock;
    }

    /** A line: the terminal, the device's name, how it stands. */
    record Row(RegisteredTerminal terminal, String name, String state, ZonedDateTime until) {
        /** The beginning of the fingerprint, to be compared by eye. */
        public String mark() {
            return terminal.certificate()
                    .fingerprint()
                    .substring(0, GROUP * GROUPS_SHOWN)
                    .replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
        }

        public boolean revocable() {
            return terminal.revokedAt().isEmpty();
        }
    }

    /**
     * The list.
     *
     * @param on whether the server was told whose certificates it takes
     * @param problem a message code, if the last try went wrong
     */
    record Page(boolean on, String words, List<Row> rows, long total, int number, Optional<String> problem) {
        public long pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return shown(q, page, Optional.empty(), HttpStatus.OK).addObject("form", new TerminalForm("", ""));
    }

    @PostMapping
    ModelAndView enter(@Valid @ModelAttribute("form") TerminalForm form, BindingResult errors, Actor actor) {
        if (!errors.hasErrors()
                && entered(register.register(form, actor), errors).isPresent()) {
            return new ModelAndView("redirect:/terminals?registered");
        }
        return shown("", 1, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(
            @PathVariable UUID id,
            @Valid @ModelAttribute("reason") RevocationForm form,
            BindingResult errors,
            Actor actor) {
        RegisteredTerminal terminal =
                table.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (errors.hasErrors()) {
            return shown("", 1, Optional.of("terminals.reason-needed"), HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("form", new TerminalForm("", ""));
        }
        register.revoke(terminal, form.revocationReason(), actor);
        return new ModelAndView("redirect:/terminals?revoked");
    }

    /** The id of what was entered; if nothing, the errors say why. */
    static Optional<UUID> entered(TerminalRegister.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case TerminalRegister.Outcome.Done(UUID id) -> Optional.of(id);
            case TerminalRegister.Outcome.Refused(List<TerminalRegister.Refusal> why) -> {
                why.forEach(w -> errors.rejectValue(w.field(), w.message()));
                yield Optional.empty();
            }
        };
    }

    private ModelAndView shown(String words, int page, Optional<String> problem, HttpStatus status) {
        int number = Math.clamp(page, 1, MOST_PAGES);
        List<RegisteredTerminal> found = table.page(words.strip(), (number - 1) * PAGE, PAGE);
        Map<ItemId, Item> devices = estate.find(
                found.stream().map(RegisteredTerminal::device).distinct().toList());
        return new ModelAndView("terminals/terminals", status)
                .addObject(
                        "page",
                        new Page(
                                authorities.on(),
                                words.strip(),
                                found.stream()
                                        .map(t -> new Row(
                                                t,
                                                Optional.ofNullable(devices.get(t.device()))
                                                        .map(Item::name)
                                                        .orElse(""),
                                                t.state(clock.instant()),
                                                t.certificate().expiresAt().atZone(clock.getZone())))
                                        .toList(),
                                table.count(words.strip()),
                                number,
                                problem));
    }
}
