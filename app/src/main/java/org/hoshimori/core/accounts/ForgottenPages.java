package org.hoshimori.core.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.hoshimori.core.identity.Origin;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For those who have forgotten their password. */
@Controller
@RequestMapping("/forgotten")
@PreAuthorize("permitAll()")
class ForgottenPages {

    private final ResetRequests resets;

    ForgottenPages(ResetRequests resets) {
        this.resets = resets;
    }

    @GetMapping
    String form() {
        return "accounts/forgotten";
    }

    @PostMapping
    String ask(@RequestParam(defaultValue = "") String mail, HttpServletRequest request) {
        resets.ask(mail, Origin.of(request));
        return "redirect:/forgotten?sent";
    }
}
