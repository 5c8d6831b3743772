package org.hoshimori.core.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.hoshimori.core.identity.Door;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.SideDoor;
import org.hoshimori.core.identity.SideEntrance;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Log-in by passkey. Whatever is wrong, the answer is the same. */
@Controller
@RequestMapping("/log-in/passkey")
@PreAuthorize("permitAll()")
@ConditionalOnWebApplication
class PasskeyDoor implements SideDoor {

    private final Ceremonies ceremonies;
    private final PasskeyTable table;
    private final SideEntrance entrance;
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository asked =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    PasskeyDoor(Ceremonies ceremonies, PasskeyTable table, SideEntrance entrance) {
        this.ceremonies = ceremonies;
        this.table = table;
        this.entrance = entrance;
    }

    @Override
    public Optional<String> template(HttpServletRequest request) {
        return ceremonies.usableAt(request.getServerName()) ? Optional.of("passkeys/door") : Optional.empty();
    }

    /** What the browser hands the authenticator, so that a key signs. */
    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
        if (!ceremonies.usableAt(request.getServerName())) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        PublicKeyCredentialRequestOptions options = ceremonies.toSign();
        asked.save(request, response, options);
        return ResponseEntity.ok(ceremonies.written(options));
    }

    @PostMapping
    String logIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = asked.load(request);
        asked.save(request, response, null);
        Ceremonies.Signed signed =
                options == null ? new Ceremonies.Signed.Nobody() : ceremonies.signed(options, credential, table);
        return switch (signed) {
            case Ceremonies.Signed.By(PersonId person)
            when entrance.admits(person) ->
                "redirect:"
                        + entrance.enter(
                                entrance.known(person).orElseThrow().who(), Door.PASSKEY, true, request, response);
            case Ceremonies.Signed.By(PersonId person) -> refused(person, request);
            case Ceremonies.Signed.Wrong(PersonId person) -> refused(person, request);
            case Ceremonies.Signed.Nobody() -> "redirect:/log-in?passkey";
        };
    }

    private String refused(PersonId person, HttpServletRequest request) {
        entrance.refuse(person, Door.PASSKEY, Origin.of(request));
        return "redirect:/log-in?passkey";
    }
}
