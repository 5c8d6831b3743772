package org.hoshimori.chapters.logs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reviews of the logs: asked for, listed, read, closed. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/logs/reviews")
@PreAuthorize("hasAnyAuthority('logs', 'record')")
class ReviewPages {

    private static final int LONGEST_YEARS = 1;

    private final Reviews reviews;
    private final HitTable hits;
    private final HitDesk desk;
    private final Works works;
    private final Clock clock;

    ReviewPages(Reviews reviews, HitTable hits, HitDesk desk, Works works, Clock clock) {
        this.reviews = reviews;
        this.hits = hits;
        this.desk = desk;
        this.works = works;
        this.clock = clock;
    }

    /** The list. */
    record ListPage(
            Optional<Work> work,
            List<Reviews.Standing> rows,
            int number,
            long total,
            String from,
            String until,
            boolean acts,
            Clock clock) {

        public long pages() {
            return Math.max(1, (total + Reviews.PAGE - 1) / Reviews.PAGE);
        }

        public ZonedDateTime at(Instant instant) {
            return instant.atZone(clock.getZone());
        }

        public boolean going() {
            return work.filter(Work::going).isPresent();
        }
    }

    /** A review. */
    record ReviewPage(
            Review review,
            HitTable.Wish wish,
            List<Found> rows,
            long total,
            int number,
            Map<String, Long> marks,
            Map<String, Long> unmarked,
            boolean acts,
            Clock clock) {

        public long pages() {
            return Math.max(1, (total + HitTable.PAGE - 1) / HitTable.PAGE);
        }

        public List<String> questions() {
            return Review.QUESTIONS;
        }

        public long marked(String mark) {
            return marks.getOrDefault(mark, 0L);
        }

        public ZonedDateTime at(Instant instant) {
            return instant.atZone(clock.getZone());
        }

        public boolean narrowed() {
            return !wish.equals(HitTable.Wish.ALL);
        }
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Authentication authentication) {
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        return list(
                Math.clamp(page, 1, 1_000_000),
                month.minusMonths(1).toString(),
                month.minusDays(1).toString(),
                authentication,
                HttpStatus.OK,
                htmx == null ? "logs/reviews" : "logs/reviews :: all");
    }

    private ModelAndView list(
            int number, String from, String until, Authentication authentication, HttpStatus status, String view) {
        return new ModelAndView(view, status)
                .addObject(
                        "page",
                        new ListPage(
                                works.newest(Work.Kind.REVIEW),
                                reviews.page(number),
                                number,
                                reviews.count(),
                                from,
                                until,
                                acts(authentication),
                                clock));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('logs')")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Actor actor,
            Authentication authentication) {
        Optional<LocalDate> first = Days.read(from);
        Optional<LocalDate> last = Days.read(until);
        boolean fine = first.isPresent()
                && last.isPresent()
                && !last.get().isBefore(first.get())
                && last.get().isBefore(first.get().plusYears(LONGEST_YEARS));
        if (!fine) {
            return list(1, from, until, authentication, HttpStatus.UNPROCESSABLE_CONTENT, "logs/reviews")
                    .addObject("refusal", "log-review.days-wrong");
        }
        return works.review(first.get(), last.get(), actor).isPresent()
                ? new ModelAndView("redirect:/logs/reviews")
                : new ModelAndView("redirect:/logs/reviews?busy");
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "1") int page,
            Authentication authentication) {
        return one(
                id,
                new HitTable.Wish(question, rule, mark),
                Math.clamp(page, 1, 1_000_000),
                authentication,
                HttpStatus.OK);
    }

    private ModelAndView one(
            UUID id, HitTable.Wish wish, int number, Authentication authentication, HttpStatus status) {
        Review review = known(id);
        return new ModelAndView("logs/review", status)
                .addObject(
                        "page",
                        new ReviewPage(
                                review,
                                wish,
                                hits.page(id, wish, HitTable.PAGE, number),
                                hits.count(id, wish),
                                number,
                                hits.marks(id),
                                hits.unmarked(id),
                                acts(authentication),
                                clock));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/explain")
    @PreAuthorize("hasAuthority('logs')")
    ModelAndView explain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        known(id);
        return desk.explain(id, rule, note, person.id())
                .map(why -> one(
                                id,
                                new HitTable.Wish("", rule, ""),
                                1,
                                authentication,
                                HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("refusal", why)
                        .addObject("words", note))
                .orElseGet(() -> new ModelAndView("redirect:/logs/reviews/" + id));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/close")
    @PreAuthorize("hasAuthority('logs')")
    ModelAndView close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        known(id);
        return desk.close(id, note, person.id())
                .map(why -> one(id, HitTable.Wish.ALL, 1, authentication, HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("refusal", why)
                        .addObject("closing", note))
                .orElseGet(() -> new ModelAndView("redirect:/logs/reviews/" + id + "?closed"));
    }

    private Review known(UUID id) {
        return reviews.find(id).orElseThrow(() -> new ReviewUnknown(id.toString()));
    }

    private static boolean acts(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.LOGS);
    }
}
