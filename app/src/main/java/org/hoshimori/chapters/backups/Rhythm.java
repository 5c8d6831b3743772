package org.hoshimori.chapters.backups;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often, as a form asks for it.
 *
 * @param every {@code daily}, {@code weekly}, {@code monthly}, or {@code rule} for one of RFC 5545 that is written out
 * @param weekday of a weekly one, two letters as RFC 5545 writes it
 * @param monthDay of a monthly one; a month that is shorter has its last day
 * @param rule of one that is written out
 */
record Rhythm(String every, String weekday, int monthDay, String rule) {

    static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    static final List<String> KINDS = List.of("daily", "weekly", "monthly", "rule");

    private static final int SHORTEST_MONTH = 28;
    private static final Pattern WEEKLY = Pattern.compile("FREQ=WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern MONTHLY =
            Pattern.compile("FREQ=MONTHLY;BYMONTHDAY=(?:28,)?(?:29,)?(?:30,)?(\\d{1,2})(?:;BYSETPOS=-1)?");

    static Rhythm of(String rule) {
        if (rule.equals("FREQ=DAILY")) {
            return new Rhythm("daily", "MO", 1, "");
        }
        Matcher weekly = WEEKLY.matcher(rule);
        if (weekly.matches()) {
            return new Rhythm("weekly", weekly.group(1), 1, "");
        }
        Matcher monthly = MONTHLY.matcher(rule);
        if (monthly.matches()) {
            Rhythm read = new Rhythm("monthly", "MO", Integer.parseInt(monthly.group(1)), "");
            if (read.written().equals(rule)) {
                return read;
            }
        }
        return new Rhythm("rule", "MO", 1, rule);
    }

    /** As RFC 5545 writes it. */
    String written() {
        return switch (every) {
            case "daily" -> "FREQ=DAILY";
            case "weekly" -> "FREQ=WEEKLY;BYDAY=" + weekday;
            case "monthly" -> "FREQ=MONTHLY;BYMONTHDAY=" + monthly();
            default -> rule.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        };
    }

    private String monthly() {
        if (monthDay <= SHORTEST_MONTH) {
            return Integer.toString(monthDay);
        }
        StringBuilder days = new StringBuilder("28");
        for (int day = SHORTEST_MONTH + 1; day <= monthDay; day++) {
            days.append(',').append(day);
        }
        return days + ";BYSETPOS=-1";
    }
}
