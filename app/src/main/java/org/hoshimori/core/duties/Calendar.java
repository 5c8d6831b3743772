package org.hoshimori.core.duties;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes duties as an iCalendar file (RFC 5545) of all-day events, so that no time zone can move them. */
final class Calendar {

    private static final int FOLD = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    private Calendar() {}

    /**
     * An entry.
     *
     * @param uid the same for the same duty, for ever
     * @param sequence grows with each change
     */
    record Item(
            String uid, Instant changedAt, int sequence, LocalDate day, String title, String description, String url) {}

    static String of(String name, List<Item> items) {
        Calendar calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Hoshimori//Duties//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("X-WR-TIMEZONE:Asia/Tokyo");
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        calendar.line("X-PUBLISHED-TTL:PT6H");
        items.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.out.toString();
    }

    private void event(Item item) {
        line("BEGIN:VEVENT");
        line("UID:" + item.uid());
        line("DTSTAMP:" + INSTANT.format(item.changedAt()));
        line("LAST-MODIFIED:" + INSTANT.format(item.changedAt()));
        line("SEQUENCE:" + item.sequence());
        line("DTSTART;VALUE=DATE:" + DAY.format(item.day()));
        line("DTEND;VALUE=DATE:" + DAY.format(item.day().plusDays(1)));
        line("SUMMARY:" + escaped(item.title()));
        line("DESCRIPTION:" + escaped(item.description()));
        line("URL:" + item.url());
        line("TRANSP:TRANSPARENT");
        line("CLASS:PRIVATE");
        line("END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folded after 75 octets, never within a character. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            String text = Character.toString(character);
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > FOLD) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(text);
            octets += size;
            i += text.length();
        }
        out.append("\r\n");
    }
}
