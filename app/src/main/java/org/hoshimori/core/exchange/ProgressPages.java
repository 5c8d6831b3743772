package org.hoshimori.core.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How far a long import has come, and the way to stop it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/exchange/{register}/{upload}")
@PreAuthorize("isAuthenticated()")
class ProgressPages {

    private final Registers registers;
    private final Uploads uploads;
    private final UploadProgress progress;

    ProgressPages(Registers registers, Uploads uploads, UploadProgress progress) {
        this.registers = registers;
        this.uploads = uploads;
        this.progress = progress;
    }

    /** The page. */
    record ProgressPage(Upload upload, UploadProgress.Progress progress) {}

    @GetMapping("/progress")
    @Nullable
    ModelAndView look(
            @PathVariable String register,
            @PathVariable UUID upload,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Authentication who,
            Actor actor,
            HttpServletResponse response) {
        Upload sent = sent(register, upload, who, actor);
        UploadProgress.Progress now = progress.of(upload);
        if (!now.running()) {
            String place =
                    "/exchange/" + register + "/" + upload + (sent.taken().isPresent() ? "/result" : "");
            if (htmx == null) {
                return new ModelAndView("redirect:" + place);
            }
            response.setHeader("HX-Redirect", place);
            return null;
        }
        return new ModelAndView(htmx == null ? "exchange/progress" : "exchange/progress :: all")
                .addObject("page", new ProgressPage(sent, now));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String register, @PathVariable UUID upload, Authentication who, Actor actor) {
        progress.cancel(sent(register, upload, who, actor).id());
        return "redirect:/exchange/" + register + "/" + upload + "/progress";
    }

    private Upload sent(String register, UUID upload, Authentication who, Actor actor) {
        registers.known(register, who);
        return uploads.find(upload, register, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
