package org.hoshimori.chapters.logs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.logarchive.Marks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One thing that a review found: what it means, the rows behind it, and the reviewer's word on it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/logs/reviews/{id:[0-9a-f-]{36}}/hits/{hit:[a-z0-9-]{1,80}:[0-9a-f]{12}}")
@PreAuthorize("hasAnyAuthority('logs', 'record')")
class HitPages {

    private final Reviews reviews;
    private final HitTable hits;
    private final HitDesk desk;
    private final Clock clock;

    HitPages(Reviews reviews, HitTable hits, HitDesk desk, Clock clock) {
        this.reviews = reviews;
        this.hits = hits;
        this.desk = desk;
        this.clock = clock;
    }

    /** The page. */
    record HitPage(Review review, Found found, List<LogRow> rows, boolean acts, Clock clock) {

        public Review.Answer answer() {
            return review.answer(found.rule());
        }

        public ZonedDateTime at(Instant instant) {
            return instant.atZone(clock.getZone());
        }
    }

    @GetMapping
    ModelAndView one(@PathVariable UUID id, @PathVariable String hit, Authentication authentication) {
        return page(id, known(id, hit), authentication, HttpStatus.OK);
    }

    private ModelAndView page(UUID id, Found found, Authentication authentication, HttpStatus status) {
        Review review = reviews.find(id).orElseThrow(() -> new ReviewUnknown(id.toString()));
        return new ModelAndView("logs/hit", status)
                .addObject(
                        "page",
                        new HitPage(
                                review,
                                found,
                                found.rows().stream()
                                        .map(r -> new LogRow(r, clock.getZone()))
                                        .toList(),
                                Permission.anyOf(authentication, Permission.LOGS),
                                clock));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('logs')")
    ModelAndView mark(
            @PathVariable UUID id,
            @PathVariable String hit,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        Found found = known(id, hit);
        Optional<Marks.State> state = Arrays.stream(Marks.State.values())
                .filter(s -> s.name().equals(as))
                .findFirst();
        Optional<String> refusal =
                state.isEmpty() ? Optional.of("log-hit.choose") : desk.mark(found, id, state.get(), note, person.id());
        return refusal.map(why -> page(id, found, authentication, HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("refusal", why)
                        .addObject("chosen", as)
                        .addObject("words", note))
                .orElseGet(() -> new ModelAndView("redirect:/logs/reviews/" + id + "/hits/" + hit + "?marked"));
    }

    private Found known(UUID id, String hit) {
        return hits.find(id, hit).orElseThrow(() -> new ReviewUnknown(hit));
    }
}
