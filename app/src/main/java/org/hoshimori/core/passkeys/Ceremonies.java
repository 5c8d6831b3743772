package org.hoshimori.core.passkeys;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of WebAuthn, as the library performs them: a key is made, a key signs. The authenticator always asks who
 * holds it for a PIN or a finger, so that one passkey is two factors.
 */
@Component
class Ceremonies {

    private final Optional<RelyingSite> site;
    private final Webauthn4JRelyingPartyOperations operations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremonies(
            @Value("${hoshimori.public-url:http://localhost:8080/}") String publicUrl,
            UserHandle users,
            PasskeyTable table,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.site = RelyingSite.of(publicUrl);
        this.operations = new Webauthn4JRelyingPartyOperations(
                users,
                table,
                PublicKeyCredentialRpEntity.builder()
                        .id(site.map(RelyingSite::host).orElse("localhost"))
                        .name("Hoshimori")
                        .build(),
                site.map(s -> Set.of(s.origin())).orElse(Set.of()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        // Discoverable: nobody says beforehand who he or she is, and nobody learns who has a passkey.
        operations.setCustomizeRequestOptions(options ->
                options.userVerification(UserVerificationRequirement.REQUIRED).allowCredentials(List.of()));
        this.events = events;
        this.transaction = transaction;
    }

    /** Whether a page that was asked for at this host can use passkeys. */
    boolean usableAt(String host) {
        return site.filter(s -> s.serves(host)).isPresent();
    }

    PublicKeyCredentialCreationOptions toMake(Authentication who) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    PublicKeyCredentialRequestOptions toSign() {
        return operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    String written(Object options) {
        return json.writeValueAsString(options);
    }

    /** Keeps the key that somebody's authenticator has made; false if its answer is not one to these options. */
    boolean made(SignedIn who, PublicKeyCredentialCreationOptions options, String answer, String name) {
        if (!options.getUser().getId().equals(UserHandle.of(who.id()))) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> key =
                    json.readValue(answer, new TypeReference<>() {});
            return Boolean.TRUE.equals(transaction.execute(t -> {
                operations.registerCredential(
                        new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(key, name)));
                events.publishEvent(new PasskeyEvent.PasskeyRegistered(who.actor(), who.id(), name));
                return true;
            }));
        } catch (JacksonException
                | VerificationException
                | DataConversionException
                | IllegalArgumentException refused) {
            return false;
        }
    }

    /** What came of an answer to a request to sign. */
    sealed interface Signed {
        /** It was this person's key. */
        record By(PersonId person) implements Signed {}

        /** It names this person's key and is wrong. */
        record Wrong(PersonId person) implements Signed {}

        /** It is nobody's here. */
        record Nobody() implements Signed {}
    }

    Signed signed(PublicKeyCredentialRequestOptions options, String answer, PasskeyTable table) {
        PublicKeyCredential<AuthenticatorAssertionResponse> signature;
        CredentialRecord key;
        try {
            signature = json.readValue(answer, new TypeReference<>() {});
            key = table.findByCredentialId(signature.getRawId());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Signed.Nobody();
        }
        if (key == null) {
            return new Signed.Nobody();
        }
        PersonId owner = UserHandle.person(key.getUserEntityUserId());
        try {
            operations.authenticate(new RelyingPartyAuthenticationRequest(options, signature));
            return new Signed.By(owner);
        } catch (VerificationException | DataConversionException | IllegalArgumentException | PasskeyCopied wrong) {
            return new Signed.Wrong(owner);
        }
    }
}
