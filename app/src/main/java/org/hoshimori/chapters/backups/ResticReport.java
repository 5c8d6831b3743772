package org.hoshimori.chapters.backups;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code restic backup --json}; times stand in the summary since 0.17, before that only how long it took. */
final class ResticReport {

    private static final int MILLIS = 1_000;

    private ResticReport() {}

    static Report.Outcome read(String text, OptionalInt exit, Instant now) {
        List<ReportJson> messages = text.lines()
                .flatMap(line -> ReportJson.of(line.strip()).stream())
                .toList();
        Optional<ReportJson> summary = last(messages, "summary");
        List<ReportJson> errors = messages.stream()
                .filter(m -> m.text("message_type").equals("error"))
                .toList();
        Optional<ReportJson> fatal = last(messages, "exit_error");
        if (summary.isEmpty()) {
            String why = fatal.map(f -> f.text("message"))
                    .orElseGet(() -> errors.isEmpty() ? text.strip() : said(errors.getLast()));
            boolean told = fatal.isPresent() || !errors.isEmpty() || (exit.isPresent() && exit.getAsInt() != 0);
            return told
                    ? new Report.Outcome.Read("restic:" + now, Result.at(false, now, Result.UNKNOWN, why))
                    : new Report.Outcome.Unreadable();
        }
        ReportJson found = summary.get();
        Duration took = Duration.ofMillis((long) (found.number("total_duration").orElse(0.0) * MILLIS));
        Instant ended = found.time("backup_end", ZoneOffset.UTC).orElse(now);
        Instant begun = found.time("backup_start", ZoneOffset.UTC).orElse(ended.minus(took));
        boolean ok = errors.isEmpty() && fatal.isEmpty() && exit.orElse(0) == 0;
        String id = found.text("snapshot_id");
        return new Report.Outcome.Read(
                "restic:" + (id.isEmpty() ? ended.toString() : id),
                new Result(
                        ok,
                        begun.isAfter(ended) ? ended : begun,
                        ended,
                        found.bytes("total_bytes_processed"),
                        errors.isEmpty()
                                ? fatal.map(f -> f.text("message")).orElse("")
                                : errors.size() + ": " + said(errors.getLast())));
    }

    /** The message of an error is an object, {@code {}} in old versions. */
    private static String said(ReportJson error) {
        String message = error.within("error").map(e -> e.text("message")).orElse("");
        return (error.text("item") + " " + message).strip();
    }

    private static Optional<ReportJson> last(List<ReportJson> messages, String type) {
        return messages.stream()
                .filter(m -> m.text("message_type").equals(type))
                .reduce((before, after) -> after);
    }
}
