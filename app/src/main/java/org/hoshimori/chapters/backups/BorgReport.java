package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code borg create --json}, with or without lines of {@code --log-json}; exit code 1, or 100 to 127, is a warning. */
final class BorgReport {

    private static final int FIRST_WARNING = 100;
    private static final int LAST_WARNING = 127;

    private BorgReport() {}

    static Report.Outcome read(String text, OptionalInt exit, ZoneId zone, Instant now) {
        List<ReportJson> log = text.lines()
                .flatMap(line -> ReportJson.of(line.strip()).stream())
                .toList();
        List<String> said = log.stream()
                .filter(l -> l.text("levelname").matches("ERROR|CRITICAL|WARNING"))
                .map(l -> l.text("message"))
                .toList();
        boolean error = log.stream().anyMatch(l -> l.text("levelname").matches("ERROR|CRITICAL"));
        int code = exit.orElse(0);
        boolean warned = code == 1 || (code >= FIRST_WARNING && code <= LAST_WARNING) || (!error && !said.isEmpty());
        Optional<ReportJson> archive = object(text).flatMap(o -> o.within("archive"));
        if (archive.isEmpty()) {
            return error || code != 0
                    ? new Report.Outcome.Read(
                            "borg:" + now,
                            Result.at(false, now, Result.UNKNOWN, said.isEmpty() ? text : said.getLast()))
                    : new Report.Outcome.Unreadable();
        }
        ReportJson found = archive.get();
        Instant ended = found.time("end", zone).orElse(now);
        Instant begun = found.time("start", zone).orElse(ended);
        String id = found.text("id");
        // A warning is a file that could not be read: the archive is there, but not whole.
        return new Report.Outcome.Read(
                "borg:" + (id.isEmpty() ? ended.toString() : id),
                new Result(
                        code == 0 && !error && !warned,
                        begun.isAfter(ended) ? ended : begun,
                        ended,
                        found.within("stats").map(s -> s.bytes("original_size")).orElse(Result.UNKNOWN),
                        said.isEmpty() ? "" : said.getLast()));
    }

    /** The one object among lines of a log. */
    private static Optional<ReportJson> object(String text) {
        int from = text.startsWith("{\n") || text.startsWith("{\r") ? 0 : text.indexOf("\n{\n") + 1;
        Optional<ReportJson> whole = ReportJson.of(text.strip());
        if (whole.filter(o -> o.within("archive").isPresent()).isPresent() || from < 0) {
            return whole;
        }
        int to = text.indexOf("\n}", from);
        return to < 0 ? Optional.empty() : ReportJson.of(text.substring(from, to + 2));
    }
}
