package org.hoshimori.core.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.core.identity.Door;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.SideDoor;
import org.hoshimori.core.identity.SideEntrance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The door of single sign-on in the chain of pages: there, back, out here and there. */
@Component
@ConditionalOnWebApplication
class SignOnDoor implements SideDoor {

    static final String START = "/log-in/sign-on/start";
    private static final String BACK = "/log-in/sign-on/back/*";

    /** In the session: the provider's word, to be shown to it at log-out. */
    private static final String ID_TOKEN = "sign-on.id-token";

    private static final Logger LOG = LoggerFactory.getLogger(SignOnDoor.class);

    private final SignOnSettings settings;
    private final Provider provider;
    private final Admission admission;
    private final SideEntrance entrance;

    SignOnDoor(SignOnSettings settings, Provider provider, Admission admission, SideEntrance entrance) {
        this.settings = settings;
        this.provider = provider;
        this.admission = admission;
        this.entrance = entrance;
    }

    @Override
    public Optional<String> template(HttpServletRequest request) {
        return settings.on() ? Optional.of("signon/door") : Optional.empty();
    }

    @Override
    public List<String> formTargets() {
        return settings.on() ? List.of(provider.origin()) : List.of();
    }

    @Override
    public void into(HttpSecurity http) {
        if (!settings.on()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/log-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new Forgetful())
                .authorizationEndpoint(there -> there.baseUri(START))
                .redirectionEndpoint(back -> back.baseUri(BACK))
                .successHandler(this::come)
                .failureHandler(this::fail));
        http.oidcLogout(out -> out.clientRegistrationRepository(provider)
                .backChannel(channel -> channel.logoutHandler(this::toldToEnd)));
        http.logout(out -> out.addLogoutHandler((request, _, _) -> remember(request))
                .logoutSuccessHandler((request, response, _) -> leave(request, response)));
    }

    private void come(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        Claims claims = Claims.of(user, settings.groupsClaim());
        response.sendRedirect(
                switch (admission.admit(claims, Origin.of(request))) {
                    case Admission.Outcome.In in -> {
                        boolean second = claims.second() || settings.secondFactorTrusted();
                        String on = entrance.enter(in.who(), Door.SIGN_ON, second, request, response);
                        request.getSession()
                                .setAttribute(ID_TOKEN, user.getIdToken().getTokenValue());
                        yield on;
                    }
                    case Admission.Outcome.Shut shut -> out(request, "shut");
                    case Admission.Outcome.Waiting(Knock.Why why) -> out(request, why.code());
                });
    }

    /** Whoever is not let in keeps no session, and with it nothing of what the provider has said. */
    private static String out(HttpServletRequest request, String why) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "/log-in?sign-on=" + why;
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.info("no log-in by single sign-on: {}", why.getMessage());
        response.sendRedirect(out(request, "failed"));
    }

    private void toldToEnd(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null
                || !(authentication.getPrincipal() instanceof OidcLogoutToken token)
                || token.getSubject() == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        admission.loggedOut(String.valueOf(token.getIssuer()), token.getSubject());
    }

    private static void remember(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.setAttribute(ID_TOKEN, session.getAttribute(ID_TOKEN));
        }
    }

    private void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> end = request.getAttribute(ID_TOKEN) instanceof String token
                ? provider.endOfSession()
                        .map(place -> UriComponentsBuilder.fromUriString(place)
                                .queryParam("id_token_hint", token)
                                .queryParam("client_id", settings.client())
                                .queryParam("post_logout_redirect_uri", settings.home() + "log-in?out")
                                .encode()
                                .toUriString())
                : Optional.empty();
        response.sendRedirect(end.orElse("/log-in?out"));
    }
}
