package org.hoshimori.core.signon;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends people to the provider, if it can be reached. */
@Controller
@ConditionalOnWebApplication
class SignOnStart {

    private final Provider provider;

    SignOnStart(Provider provider) {
        this.provider = provider;
    }

    @GetMapping("/log-in/sign-on")
    @PreAuthorize("permitAll()")
    String start() {
        return provider.reached().isPresent()
                ? "redirect:" + SignOnDoor.START + "/" + Provider.NAME
                : "redirect:/log-in?sign-on=unreachable";
    }
}
