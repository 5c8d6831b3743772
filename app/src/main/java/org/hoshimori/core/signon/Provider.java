package org.hoshimori.core.signon;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The provider, as it describes itself; asked for when first needed, so that we start while it is down. */
@Component
class Provider implements ClientRegistrationRepository {

    /** What the provider is called in addresses. */
    static final String NAME = "company";
    /** Where it sends people back to. */
    static final String BACK = "log-in/sign-on/back/" + NAME;

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final SignOnSettings settings;
    private volatile @Nullable ClientRegistration known;

    Provider(SignOnSettings settings) {
        this.settings = settings;
    }

    /** None while it can't be reached, or is none. */
    Optional<ClientRegistration> reached() {
        ClientRegistration found = known;
        if (found == null && settings.on()) {
            try {
                found = describe();
                known = found;
            } catch (RuntimeException e) {
                LOG.warn("the provider of single sign-on can't be reached: {}", e.toString());
            }
        }
        return Optional.ofNullable(found);
    }

    private ClientRegistration describe() {
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                .registrationId(NAME)
                .clientId(settings.client())
                .redirectUri(settings.home() + BACK)
                .scope("openid", "profile", "email");
        return settings.secret().isEmpty()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : builder.clientSecret(settings.secret()).build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        return name.equals(NAME) ? reached().orElse(null) : null;
    }

    /** The scheme, host and port of the issuer. */
    String origin() {
        URI issuer = URI.create(settings.issuer());
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    /** Where it ends its own session, if it says so. */
    Optional<String> endOfSession() {
        return reached()
                .map(r -> r.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(String::valueOf);
    }
}
