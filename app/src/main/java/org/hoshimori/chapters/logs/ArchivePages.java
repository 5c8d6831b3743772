package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.logarchive.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the archive of logs stands. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/logs")
@PreAuthorize("hasAnyAuthority('logs', 'record')")
class ArchivePages {

    private static final int GAPS = 20;

    private final LogArchive archive;
    private final ArchiveLook look;
    private final Verifications verifications;
    private final Works works;
    private final Clock clock;

    ArchivePages(LogArchive archive, ArchiveLook look, Verifications verifications, Works works, Clock clock) {
        this.archive = archive;
        this.look = look;
        this.verifications = verifications;
        this.works = works;
        this.clock = clock;
    }

    /** A silence, for people. */
    record GapRow(String source, ZonedDateTime from, ZonedDateTime until, long hours) {}

    /** The page. */
    record StatusPage(
            String folder,
            String registers,
            Optional<ArchiveLook.Seen> seen,
            Period retention,
            Optional<Verified> verified,
            Optional<Work> work,
            boolean acts,
            Clock clock) {

        public List<GapRow> gaps() {
            return seen.stream()
                    .flatMap(s -> s.gaps().stream())
                    .limit(GAPS)
                    .map(g -> new GapRow(
                            g.source(),
                            g.from().atZone(clock.getZone()),
                            g.until().atZone(clock.getZone()),
                            java.time.Duration.between(g.from(), g.until()).toHours()))
                    .toList();
        }

        /** Lines set aside, by reason. */
        public Map<String, Long> aside() {
            Map<String, Long> all = new TreeMap<>();
            seen.stream()
                    .flatMap(s -> s.all().sources().stream())
                    .map(Statistics.Source::aside)
                    .forEach(a -> a.forEach((reason, n) -> all.merge(reason, n, Long::sum)));
            return all;
        }

        public @Nullable ZonedDateTime at(@Nullable Instant instant) {
            return instant == null ? null : instant.atZone(clock.getZone());
        }

        public String size(long bytes) {
            return ArchiveLook.size(bytes);
        }

        public boolean going() {
            return work.filter(Work::going).isPresent();
        }
    }

    @GetMapping
    String status(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Authentication authentication,
            Model model)
            throws IOException {
        model.addAttribute(
                "page",
                new StatusPage(
                        archive.folder().toString(),
                        archive.registers() == null ? "" : archive.registers().toString(),
                        look.look(),
                        archive.retention(),
                        verifications.newest(),
                        works.newest(Work.Kind.VERIFICATION),
                        Permission.anyOf(authentication, Permission.LOGS),
                        clock));
        return htmx == null ? "logs/archive" : "logs/archive :: verification";
    }

    @PostMapping("/verify")
    @PreAuthorize("hasAuthority('logs')")
    String verify(Actor actor) {
        return works.verify(actor) ? "redirect:/logs" : "redirect:/logs?busy";
    }

    @PostMapping("/work/{id:[0-9a-f-]{36}}/stop")
    @PreAuthorize("hasAuthority('logs')")
    String stop(@PathVariable UUID id, @RequestParam(defaultValue = "") String of) {
        works.stop(id);
        return of.equals("review") ? "redirect:/logs/reviews" : "redirect:/logs";
    }

    @PostMapping("/verifications/{id:[0-9a-f-]{36}}/confirm")
    @PreAuthorize("hasAuthority('logs')")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn person) {
        return verifications.confirm(id, note, person.id()) ? "redirect:/logs?confirmed" : "redirect:/logs";
    }
}
