package org.hoshimori.core.notices;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One's own notices and how one wants them mailed. */
@Controller
@RequestMapping("/notices")
@PreAuthorize("isAuthenticated()")
class NoticePages {

    private final NoticeTable notices;
    private final Preferences preferences;
    private final Wordings wordings;
    private final Clock clock;

    NoticePages(NoticeTable notices, Preferences preferences, Wordings wordings, Clock clock) {
        this.notices = notices;
        this.preferences = preferences;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(UUID id, String sentence, ZonedDateTime at, boolean unread) {}

    /** A page of the list. */
    record NoticesPage(List<Row> rows, int number, long total) {
        public long pages() {
            return (total + NoticeTable.PAGE - 1) / NoticeTable.PAGE;
        }
    }

    /** What may be preferred and what is. */
    record PreferencesPage(List<Preferences.Preference> choices, Preferences.Preference preferred) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal SignedIn person, Locale locale) {
        int number = Math.clamp(page, 1, 1_000_000);
        List<Row> rows = notices.page(person.id(), number).stream()
                .map(n -> new Row(
                        n.id(),
                        wordings.sentence(n, locale),
                        n.toldAt().atZone(clock.getZone()),
                        n.readAt().isEmpty()))
                .toList();
        return new ModelAndView(
                "notices/notices", Map.of("page", new NoticesPage(rows, number, notices.count(person.id()))));
    }

    /** Leads to what a notice is about; whoever has been there has read it. */
    @GetMapping("/{id}")
    String open(@PathVariable UUID id, @AuthenticationPrincipal SignedIn person) {
        return "redirect:"
                + notices.read(id, person.id(), clock.instant())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/read")
    String readAll(@AuthenticationPrincipal SignedIn person) {
        notices.readAll(person.id(), clock.instant());
        return "redirect:/notices";
    }

    @GetMapping("/preferences")
    ModelAndView preferences(@AuthenticationPrincipal SignedIn person) {
        return new ModelAndView(
                "notices/preferences",
                Map.of(
                        "page",
                        new PreferencesPage(
                                Arrays.asList(Preferences.Preference.values()), preferences.of(person.id()))));
    }

    @PostMapping("/preferences")
    String prefer(@RequestParam String mail, @AuthenticationPrincipal SignedIn person) {
        preferences.prefer(
                person.id(),
                Preferences.Preference.of(mail).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
        return "redirect:/notices/preferences?saved";
    }
}
