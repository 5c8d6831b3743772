package org.hoshimori.core.tokens;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Days;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Tokens: one's own, and those of programs, which administrators make. */
@Controller
@ConditionalOnWebApplication
class TokenPages {

    private static final Duration SHOWN = Duration.ofDays(90);

    private final ApiTokens tokens;
    private final ApiTokenTable table;
    private final Scopes scopes;
    private final Permissions permissions;
    private final Clock clock;

    TokenPages(ApiTokens tokens, ApiTokenTable table, Scopes scopes, Permissions permissions, Clock clock) {
        this.tokens = tokens;
        this.table = table;
        this.scopes = scopes;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** A token as a page lists it. */
    record Row(ApiToken token, ApiToken.State state, ZonedDateTime until, Optional<ZonedDateTime> used) {
        public boolean open() {
            return state == ApiToken.State.OPEN;
        }
    }

    /**
     * A list with the form of a new one.
     *
     * @param programs whether it is everybody's, with a form for a program
     * @param secret of one made just now; it is shown this once
     * @param changeable rooms in which something can be changed
     * @param grantable what a program may be given
     */
    record TokenPage(
            boolean programs,
            List<Row> rows,
            List<String> rooms,
            Set<String> changeable,
            List<String> grantable,
            Optional<String> secret,
            int number,
            long total) {
        public String address() {
            return programs ? "/tokens" : "/account/tokens";
        }

        public int pages() {
            return (int) Math.max(1, (total + ApiTokenTable.PAGE - 1) / ApiTokenTable.PAGE);
        }
    }

    @GetMapping("/account/tokens")
    @PreAuthorize("isAuthenticated()")
    ModelAndView own(@AuthenticationPrincipal SignedIn who) {
        return page(own(who, Optional.empty()), HttpStatus.OK).addObject("form", TokenForm.empty(today()));
    }

    @PostMapping("/account/tokens")
    @PreAuthorize("isAuthenticated()")
    ModelAndView make(
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn who) {
        Optional<LocalDate> until = read(form, errors);
        Optional<String> secret = errors.hasErrors()
                ? Optional.empty()
                : secret(tokens.personal(form.tokenName(), who.id(), form.scope(), until.orElseThrow()), errors);
        ModelAndView shown =
                page(own(who, secret), errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return errors.hasErrors() ? shown : shown.addObject("form", TokenForm.empty(today()));
    }

    @PostMapping("/account/tokens/{id}/revoke")
    @PreAuthorize("isAuthenticated()")
    String revokeOwn(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        ApiToken token = table.find(id)
                .filter(t -> t.kind() == ApiToken.Kind.PERSONAL && t.person().equals(who.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        tokens.revoke(token, who.actor());
        return "redirect:/account/tokens";
    }

    @GetMapping("/tokens")
    @PreAuthorize("hasAuthority('accounts')")
    ModelAndView all(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal SignedIn who) {
        return page(all(page, who, Optional.empty()), HttpStatus.OK).addObject("form", TokenForm.empty(today()));
    }

    @PostMapping("/tokens")
    @PreAuthorize("hasAuthority('accounts')")
    ModelAndView makeProgram(
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn who) {
        Optional<LocalDate> until = read(form, errors);
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values())
                .filter(p -> form.permission().contains(p.code()))
                .forEach(granted::add);
        Optional<String> secret = errors.hasErrors()
                ? Optional.empty()
                : secret(
                        tokens.integration(form.tokenName(), who.id(), form.scope(), granted, until.orElseThrow()),
                        errors);
        ModelAndView shown =
                page(all(1, who, secret), errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return errors.hasErrors() ? shown : shown.addObject("form", TokenForm.empty(today()));
    }

    @PostMapping("/tokens/{id}/revoke")
    @PreAuthorize("hasAuthority('accounts')")
    String revoke(@PathVariable UUID id, Actor actor) {
        tokens.revoke(table.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), actor);
        return "redirect:/tokens";
    }

    private static Optional<LocalDate> read(TokenForm form, BindingResult errors) {
        if (form.scope().isEmpty()) {
            errors.rejectValue("scope", "tokens.no-scope");
        }
        return Days.read("tokenUntil", form.tokenUntil(), errors);
    }

    private static Optional<String> secret(ApiTokens.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case ApiTokens.Outcome.Made(ApiToken _, String secret) -> Optional.of(secret);
            case ApiTokens.Outcome.Refused(ApiTokens.Refusal why) -> {
                switch (why) {
                    case NOT_HERE -> errors.rejectValue("tokenName", "tokens.not-here");
                    case NO_SCOPE -> errors.rejectValue("scope", "tokens.no-scope");
                    case EXPIRY -> errors.rejectValue("tokenUntil", "tokens.expiry");
                    case PERMISSION -> errors.rejectValue("permission", "tokens.permission");
                }
                yield Optional.empty();
            }
        };
    }

    private TokenPage own(SignedIn who, Optional<String> secret) {
        List<Row> rows = rows(table.of(who.id(), clock.instant().minus(SHOWN)));
        return new TokenPage(false, rows, scopes.rooms(), scopes.changeable(), List.of(), secret, 1, rows.size());
    }

    private TokenPage all(int number, SignedIn who, Optional<String> secret) {
        int page = Math.clamp(number, 1, 100_000);
        List<String> grantable = permissions.of(who.id()).stream()
                .filter(p -> !ApiTokens.PEOPLES_OWN.contains(p))
                .map(Permission::code)
                .sorted()
                .toList();
        return new TokenPage(
                true,
                rows(table.page(page)),
                scopes.rooms(),
                scopes.changeable(),
                grantable,
                secret,
                page,
                table.count());
    }

    private List<Row> rows(List<ApiToken> found) {
        Instant now = clock.instant();
        return found.stream()
                .map(t -> new Row(
                        t,
                        t.at(now),
                        t.expiresAt().atZone(clock.getZone()),
                        t.usedAt().map(u -> u.atZone(clock.getZone()))))
                .toList();
    }

    private static ModelAndView page(TokenPage page, HttpStatus status) {
        return new ModelAndView("tokens/tokens", status).addObject("page", page);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
