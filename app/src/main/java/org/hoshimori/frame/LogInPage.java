package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hoshimori.core.identity.SideDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The door. */
@Controller
@ConditionalOnWebApplication
class LogInPage {

    private final List<SideDoor> others;

    LogInPage(List<SideDoor> others) {
        this.others = others;
    }

    @GetMapping("/log-in")
    @PreAuthorize("permitAll()")
    ModelAndView logIn(HttpServletRequest request) {
        return new ModelAndView("frame/log-in")
                .addObject(
                        "doors",
                        others.stream()
                                .flatMap(d -> d.template(request).stream())
                                .toList());
    }
}
