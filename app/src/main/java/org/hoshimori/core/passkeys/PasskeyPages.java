package org.hoshimori.core.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.identity.SideEntrance;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys: register, look, remove. */
@Controller
@RequestMapping("/account/passkeys")
@PreAuthorize("isAuthenticated()")
@ConditionalOnWebApplication
class PasskeyPages {

    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final SideEntrance entrance;
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository asked =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();

    PasskeyPages(Passkeys passkeys, Ceremonies ceremonies, SideEntrance entrance) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.entrance = entrance;
    }

    /**
     * One's passkeys.
     *
     * @param usable whether they can be used at this address
     * @param fresh whether the log-in is recent enough to change them
     * @param problem a message code, if the last try went wrong
     */
    record Page(List<Passkey> rows, boolean usable, boolean fresh, String name, Optional<String> problem) {
        public boolean full() {
            return rows.size() >= Passkey.MOST;
        }

        public boolean unnamed() {
            return problem.filter("passkeys.unnamed"::equals).isPresent();
        }
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        return page(who, request, "", Optional.empty());
    }

    /** What the browser hands the authenticator, so that it makes a key. */
    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (!ceremonies.usableAt(request.getServerName()) || !entrance.fresh()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        PublicKeyCredentialCreationOptions options = ceremonies.toMake(authentication);
        asked.save(request, response, options);
        return ResponseEntity.ok(ceremonies.written(options));
    }

    @PostMapping
    ModelAndView register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        String called = name.strip();
        if (!entrance.fresh()) {
            return page(who, request, called, Optional.of("passkeys.stale"));
        }
        if (called.isEmpty() || called.length() > Passkey.LONGEST_NAME) {
            return page(who, request, called, Optional.of("passkeys.unnamed"));
        }
        if (passkeys.of(who.id()).size() >= Passkey.MOST) {
            return page(who, request, called, Optional.of("passkeys.full"));
        }
        PublicKeyCredentialCreationOptions options = asked.load(request);
        asked.save(request, response, null);
        return options != null && ceremonies.made(who, options, credential, called)
                ? new ModelAndView("redirect:/account/passkeys?registered")
                : page(who, request, called, Optional.of("passkeys.not-registered"));
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        passkeys.remove(who.id(), id, who.actor());
        return "redirect:/account/passkeys?removed";
    }

    private ModelAndView page(SignedIn who, HttpServletRequest request, String name, Optional<String> problem) {
        return new ModelAndView(
                        "passkeys/passkeys", problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(
                        "page",
                        new Page(
                                passkeys.of(who.id()),
                                ceremonies.usableAt(request.getServerName()),
                                entrance.fresh(),
                                name,
                                problem));
    }
}
