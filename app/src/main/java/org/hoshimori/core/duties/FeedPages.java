package org.hoshimori.core.duties;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own duties as a calendar to subscribe to, under a secret address. */
@Controller
class FeedPages {

    private static final int MOST = 500;
    private static final int AHEAD = 400;

    private final Feeds feeds;
    private final Tasks tasks;
    private final Assignees assignees;
    private final PeopleRegister people;
    private final MessageSource messages;
    private final String publicUrl;
    private final Clock clock;

    FeedPages(
            Feeds feeds,
            Tasks tasks,
            Assignees assignees,
            PeopleRegister people,
            MessageSource messages,
            @Value("${hoshimori.public-url:http://localhost:8080/}") String publicUrl,
            Clock clock) {
        this.feeds = feeds;
        this.tasks = tasks;
        this.assignees = assignees;
        this.people = people;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.clock = clock;
    }

    /** The page of the address. */
    record FeedPage(Optional<ZonedDateTime> since) {}

    @GetMapping("/duties/calendar")
    @PreAuthorize("isAuthenticated()")
    ModelAndView address(@AuthenticationPrincipal SignedIn person) {
        return new ModelAndView(
                "duties/calendar",
                Map.of("page", new FeedPage(feeds.since(person.id()).map(i -> i.atZone(clock.getZone())))));
    }

    /** The new address is shown once: we keep its hash only. */
    @PostMapping("/duties/calendar")
    @PreAuthorize("isAuthenticated()")
    String renew(@AuthenticationPrincipal SignedIn person, RedirectAttributes shown) {
        shown.addFlashAttribute(
                "secret", publicUrl + "/duties/feed/" + feeds.renew(person.id(), clock.instant()) + ".ics");
        return "redirect:/duties/calendar";
    }

    @PostMapping("/duties/calendar/close")
    @PreAuthorize("isAuthenticated()")
    String close(@AuthenticationPrincipal SignedIn person) {
        feeds.close(person.id());
        return "redirect:/duties/calendar";
    }

    /** For calendar programs, which can't log in: whoever knows the address may read. */
    @GetMapping("/duties/feed/{secret}.ics")
    @PreAuthorize("permitAll()")
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        LocalDate today = LocalDate.now(clock);
        Person person = feeds.whose(secret)
                .flatMap(people::find)
                .filter(p -> p.worksOn(today))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Locale locale = Locale.of(person.language());
        String host = Optional.ofNullable(URI.create(publicUrl).getHost()).orElse("hoshimori");
        List<Calendar.Item> items =
                tasks.openOf(assignees.on(today).of(person.id()), today.plusDays(AHEAD), MOST).stream()
                        .map(t -> item(t, host, locale))
                        .toList();
        String name = messages.getMessage("duties.calendar.name", null, locale);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"duties.ics\"")
                .body(Calendar.of(name, items).getBytes(StandardCharsets.UTF_8));
    }

    private Calendar.Item item(Task task, String host, Locale locale) {
        String address = publicUrl + "/duties/" + task.id();
        return new Calendar.Item(
                "duty-" + task.id() + "@" + host,
                task.changedAt(),
                task.version(),
                task.dueOn(),
                String.valueOf(messages.getMessage(DutyKind.title(task.kind()), null, task.kind(), locale)),
                messages.getMessage("duties.calendar.description", new Object[] {task.clause(), address}, locale),
                address);
    }
}
