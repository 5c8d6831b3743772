package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hoshimori.core.identity.SideEntrance;
import org.hoshimori.core.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Whoever logs out and says so leaves all other devices too. */
final class LeavingEverywhere implements LogoutHandler {

    private final SideEntrance entrance;

    LeavingEverywhere(SideEntrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (request.getParameter("everywhere") != null
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn who) {
            entrance.endAll(who.id(), who.actor());
        }
    }
}
