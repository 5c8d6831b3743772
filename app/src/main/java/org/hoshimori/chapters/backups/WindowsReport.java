package org.hoshimori.chapters.backups;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Events of Windows Server Backup, as Event Viewer saves them or {@code Get-WinEvent | Export-Csv} writes them, in Japanese or
 * English. The last event by which a backup ends counts.
 */
final class WindowsReport {

    private static final int BEGUN = 1;
    private static final int SUCCEEDED = 4;
    private static final Set<Integer> FAILED = Set.of(
            5, 8, 9, 17, 18, 19, 20, 21, 22, 49, 50, 52, 100, 517, 518, 519, 520, 521, 527, 528, 544, 545, 546, 561,
            564, 612);
    private static final Set<String> ID = Set.of("id", "eventid", "event id", "イベント id", "イベントid");
    private static final Set<String> TIME =
            Set.of("timecreated", "date and time", "日付と時刻", "timegenerated", "time", "日時");
    private static final Set<String> SOURCE = Set.of("providername", "source", "ソース", "プロバイダー名");
    private static final Set<String> MESSAGE = Set.of("message", "メッセージ", "description", "説明", "general");
    private static final Pattern NOT_BACKUP = Pattern.compile("(?i)^(?!.*backup).+$");
    private static final List<DateTimeFormatter> TIMES = List.of(
            pattern("y/M/d H:m:s"),
            pattern("y-M-d H:m:s"),
            pattern("M/d/y h:m:s a"),
            pattern("d.M.y H:m:s"),
            pattern("d/M/y H:m:s"));

    private WindowsReport() {}

    private record Event(int id, Instant at, String message) {}

    static Report.Outcome read(String text, ZoneId zone) {
        List<List<String>> rows = rows(text);
        List<Event> events = new ArrayList<>();
        int header = 0;
        while (header < rows.size() && column(rows.get(header), ID) < 0) {
            header++;
        }
        for (int i = header + 1; i < rows.size(); i++) {
            event(rows.get(header), rows.get(i), zone).ifPresent(events::add);
        }
        Optional<Event> last = events.stream()
                .filter(e -> e.id() == SUCCEEDED || FAILED.contains(e.id()))
                .max(Comparator.comparing(Event::at));
        return last.<Report.Outcome>map(end -> {
                    Instant begun = events.stream()
                            .filter(e -> e.id() == BEGUN && !e.at().isAfter(end.at()))
                            .map(Event::at)
                            .max(Comparator.naturalOrder())
                            .orElse(end.at());
                    boolean ok = end.id() == SUCCEEDED;
                    return new Report.Outcome.Read(
                            "windows-server-backup:" + end.at() + ":" + end.id(),
                            new Result(ok, begun, end.at(), Result.UNKNOWN, ok ? "" : end.id() + " " + end.message()));
                })
                .orElseGet(Report.Outcome.Unreadable::new);
    }

    private static Optional<Event> event(List<String> header, List<String> row, ZoneId zone) {
        String id = cell(header, row, ID);
        String source = cell(header, row, SOURCE);
        Optional<Instant> at = time(cell(header, row, TIME), zone);
        if (!id.matches("\\d{1,5}")
                || at.isEmpty()
                || NOT_BACKUP.matcher(source).matches()) {
            return Optional.empty();
        }
        // Event Viewer writes the message into one more cell than it has headings.
        String message = column(header, MESSAGE) >= 0
                ? cell(header, row, MESSAGE)
                : row.size() > header.size() ? row.getLast() : "";
        return Optional.of(new Event(
                Integer.parseInt(id), at.get(), message.replaceAll("\\s+", " ").strip()));
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(List<String> header, List<String> row, Set<String> names) {
        int column = column(header, names);
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // Not ISO 8601: as Windows writes times in some language.
        }
        String plain = text.replace('\u202f', ' ')
                .replace('\u00a0', ' ')
                .replaceFirst("[.]\\d+$", "")
                .strip();
        for (DateTimeFormatter format : TIMES) {
            try {
                return Optional.of(
                        LocalDateTime.parse(plain, format).atZone(zone).toInstant());
            } catch (DateTimeException e) {
                // The next one.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** Cells between commas or, as some languages have it, semicolons or tabs; quoted ones may hold any of them and line ends. */
    private static List<List<String>> rows(String text) {
        String first = text.lines()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .findFirst()
                .orElse("");
        char comma = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == comma || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }
}
