package org.hoshimori.core.hooks;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Webhooks: which there are, how they do, and a new one. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/webhooks")
@PreAuthorize("hasAuthority('accounts')")
class WebhookPages {

    /** What most want to be told of. */
    private static final List<String> OFFERED = List.of(
            Webhooks.OPENED,
            "action.",
            "approval.requested",
            "approval.settled",
            "duty.planned",
            "duty.done",
            "duty.escalated",
            "regulation.adopted",
            "person.joined",
            "person.leaving",
            "take-out.",
            "asset.",
            "item.",
            "backup-plan.");

    private static final Outbox.Count NONE = new Outbox.Count(0, 0, "");

    private final Webhooks webhooks;
    private final WebhookTable table;
    private final Outbox outbox;
    private final Signing signing;
    private final Reachable reachable;

    WebhookPages(Webhooks webhooks, WebhookTable table, Outbox outbox, Signing signing, Reachable reachable) {
        this.webhooks = webhooks;
        this.table = table;
        this.outbox = outbox;
        this.signing = signing;
        this.reachable = reachable;
    }

    /** A webhook and how it does. */
    record Row(Webhook webhook, Outbox.Count count) {}

    /** The page; the secret of one that was made just now is shown this once. */
    record ListPage(List<Row> rows, List<String> offered, Optional<String> secret) {}

    @GetMapping
    ModelAndView list() {
        return page(Optional.empty(), HttpStatus.OK).addObject("form", new WebhookForm("", "https://", List.of()));
    }

    @PostMapping
    ModelAndView make(@Valid @ModelAttribute("form") WebhookForm form, BindingResult errors, Actor actor) {
        Optional<URI> address = Reachable.read(form.hookAddress());
        if (address.isEmpty()) {
            errors.rejectValue("hookAddress", "webhooks.no-address");
        } else if (!reachable.may(address.get())) {
            errors.rejectValue("hookAddress", "webhooks.not-outside");
        }
        List<String> acts =
                form.hookActs().stream().filter(OFFERED::contains).distinct().toList();
        if (acts.isEmpty()) {
            errors.rejectValue("hookActs", "webhooks.no-act");
        }
        if (errors.hasErrors() || address.isEmpty()) {
            return page(Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Webhook made = webhooks.make(form.hookName(), address.get(), acts, actor);
        return page(Optional.of(signing.secret(made.id())), HttpStatus.OK)
                .addObject("form", new WebhookForm("", "https://", List.of()));
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, Actor actor) {
        webhooks.end(table.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), actor);
        return "redirect:/webhooks";
    }

    private ModelAndView page(Optional<String> secret, HttpStatus status) {
        List<Webhook> open = table.open();
        Map<UUID, Outbox.Count> counts =
                outbox.counts(open.stream().map(Webhook::id).toList());
        return new ModelAndView("hooks/webhooks", status)
                .addObject(
                        "page",
                        new ListPage(
                                open.stream()
                                        .map(w -> new Row(w, counts.getOrDefault(w.id(), NONE)))
                                        .toList(),
                                OFFERED,
                                secret));
    }
}
