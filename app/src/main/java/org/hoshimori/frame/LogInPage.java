package org.hoshimori.frame;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door. */
@Controller
class LogInPage {

    @GetMapping("/log-in")
    @PreAuthorize("permitAll()")
    String logIn() {
        return "frame/log-in";
    }
}
