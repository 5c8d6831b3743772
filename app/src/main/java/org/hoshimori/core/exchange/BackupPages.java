package org.hoshimori.core.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of backups. */
@Controller
@RequestMapping("/backups")
@PreAuthorize("hasAuthority('backups')")
class BackupPages {

    private static final long UNIT = 1_000;

    private final Backups backups;
    private final BackupLog log;
    private final BackupPlan plan;
    private final Clock clock;

    BackupPages(Backups backups, BackupLog log, BackupPlan plan, Clock clock) {
        this.backups = backups;
        this.log = log;
        this.plan = plan;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(BackupLog.Backup backup, ZonedDateTime at, Duration age) {

        public String size() {
            long bytes = backup.bytes();
            if (bytes < UNIT * UNIT) {
                return String.format(Locale.ROOT, "%.1f kB", (double) bytes / UNIT);
            }
            return bytes < UNIT * UNIT * UNIT
                    ? String.format(Locale.ROOT, "%.1f MB", (double) bytes / UNIT / UNIT)
                    : String.format(Locale.ROOT, "%.1f GB", (double) bytes / UNIT / UNIT / UNIT);
        }

        public String state() {
            return backup.removed() ? "removed" : backup.state().name().toLowerCase(Locale.ROOT);
        }

        /** What the failure is called in messages. */
        public String failure() {
            String failure = backup.failure();
            return failure == null ? "" : failure.replaceFirst(":.*", "");
        }

        public String details() {
            String failure = backup.failure();
            return failure == null || !failure.contains(": ") ? "" : failure.substring(failure.indexOf(": ") + 2);
        }
    }

    /** The page. */
    record BackupsPage(
            Backups.Health health,
            Optional<BackupProgress> running,
            Optional<Row> newest,
            BackupPlan plan,
            List<Row> rows,
            int number,
            long total) {
        public long pages() {
            return (total + BackupLog.PAGE - 1) / BackupLog.PAGE;
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        int number = Math.clamp(page, 1, 1_000_000);
        model.addAttribute(
                "page",
                new BackupsPage(
                        backups.health(),
                        backups.running(),
                        log.newest(BackupLog.State.MADE).map(this::row),
                        plan,
                        log.page(number).stream().map(this::row).toList(),
                        number,
                        log.count()));
        return htmx == null ? "exchange/backups" : "exchange/backups :: all";
    }

    private Row row(BackupLog.Backup backup) {
        return new Row(
                backup, backup.begunAt().atZone(clock.getZone()), Duration.between(backup.begunAt(), clock.instant()));
    }

    @PostMapping
    String make(Actor actor) {
        return backups.begin(actor) ? "redirect:/backups" : "redirect:/backups?busy";
    }

    @PostMapping("/cancel")
    String cancel() {
        backups.running().ifPresent(BackupProgress::cancel);
        return "redirect:/backups";
    }

    @GetMapping("/{id}/file")
    ResponseEntity<Resource> take(@PathVariable UUID id, Actor actor) throws IOException {
        Path file = backups.take(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(file.getFileName()))
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }
}
