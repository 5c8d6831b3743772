package org.hoshimori.logarchive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * Reads the times of logs into microseconds since 1970 in UTC. A time without a zone is the source's; one without a year is the latest
 * that is not after the file's own time by more than a day; the second 60 becomes the last microsecond of its minute, so that it stays in
 * its day; of an hour that comes twice the later one is meant once the log has been there; an hour that is left out counts on from before.
 */
final class Times {

    /** No time. */
    static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000L;
    private static final long SLACK = 600 * SECOND;
    private static final long DAY = 86_400 * SECOND;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final ZoneId zone;
    private final long asOf;
    private final int fixed;
    private int cachedDate = -1;
    private long cachedDay;
    private int sureDay = -1;
    private int sureYear;
    private long cachedQuarter = Long.MIN_VALUE;
    private int cachedOffset;
    private long last = Long.MIN_VALUE / 2;

    /**
     * @param zone of times that name none
     * @param asOf when the log was written at the latest, for times without a year
     */
    Times(ZoneId zone, Instant asOf) {
        this.zone = zone;
        this.asOf = Math.multiplyExact(asOf.getEpochSecond(), SECOND);
        this.fixed = zone.getRules().isFixedOffset()
                ? zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds()
                : Integer.MIN_VALUE;
    }

    /** {@code 1461576382.642}: seconds since 1970. */
    static long epoch(byte[] text, int from, int to) {
        long whole = 0;
        long part = 0;
        int digits = -1;
        if (from >= to || to - from > 24) {
            return NONE;
        }
        for (int i = from; i < to; i++) {
            int c = text[i] - '0';
            if (c >= 0 && c <= 9) {
                if (digits < 0) {
                    whole = whole * 10 + c;
                } else if (digits < 6) {
                    part = part * 10 + c;
                    digits++;
                }
            } else if (text[i] == '.' && digits < 0) {
                digits = 0;
            } else {
                return NONE;
            }
        }
        for (int i = Math.max(digits, 0); i < 6; i++) {
            part *= 10;
        }
        return whole > 100_000_000_000L ? NONE : whole * SECOND + part;
    }

    static long epoch(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return epoch(bytes, 0, bytes.length);
    }

    /** {@code 2025-07-04T10:20:33.093102+0000}, {@code 2013-08-02 12:22:36}, {@code 2015/01/05 05:38:58}: with or without fraction and zone. */
    long iso(String t) {
        int n = t.length();
        if (n < 19 || !(separates(t, 4) && separates(t, 7) && t.charAt(13) == ':' && t.charAt(16) == ':')) {
            return NONE;
        }
        int end = 19;
        int micros = 0;
        if (n > 20 && (t.charAt(19) == '.' || t.charAt(19) == ',')) {
            end = 20;
            while (end < n && isDigit(t.charAt(end))) {
                end++;
            }
            micros = micros(t, 20, end);
        }
        return at(
                number(t, 0, 4),
                number(t, 5, 7),
                number(t, 8, 10),
                number(t, 11, 13),
                number(t, 14, 16),
                number(t, 17, 19),
                micros,
                t.substring(end).strip());
    }

    private static boolean separates(String t, int i) {
        return t.charAt(i) == '-' || t.charAt(i) == '/';
    }

    /** {@code 17/May/2015:10:05:03 +0000}: Apache and Squid. */
    long clf(String t) {
        if (t.length() < 20 || t.charAt(2) != '/' || t.charAt(6) != '/' || t.charAt(11) != ':') {
            return NONE;
        }
        return at(
                number(t, 7, 11),
                month(t, 3),
                number(t, 0, 2),
                number(t, 12, 14),
                number(t, 15, 17),
                number(t, 18, 20),
                0,
                t.substring(20).strip());
    }

    /** {@code Jan  5 08:52:35}, the year missing. */
    long bsd(String t, int i) {
        int day = t.charAt(i + 4) == ' ' ? number(t, i + 5, i + 6) : number(t, i + 4, i + 6);
        int month = month(t, i);
        int hour = number(t, i + 7, i + 9);
        int minute = number(t, i + 10, i + 12);
        int second = number(t, i + 13, i + 15);
        if (month * 32 + day == sureDay) {
            return at(sureYear, month, day, hour, minute, second, 0, "");
        }
        int year = LocalDateTime.ofEpochSecond(Math.floorDiv(asOf, SECOND), 0, ZoneOffset.UTC)
                        .getYear()
                + 1;
        for (int tries = 0; tries < 9; tries++, year--) {
            long time = at(year, month, day, hour, minute, second, 0, "");
            if (time != NONE && time <= asOf + DAY) {
                // Far from the file's own date every time of that day is of the same year.
                if (tries > 0 && time < asOf - 3 * DAY && time > asOf - 360 * DAY) {
                    sureDay = month * 32 + day;
                    sureYear = year;
                }
                return time;
            }
        }
        return NONE;
    }

    /** {@code Apr 15 2017 00:21:14}. */
    long bsdWithYear(String t, int i) {
        int day = t.charAt(i + 4) == ' ' ? number(t, i + 5, i + 6) : number(t, i + 4, i + 6);
        return at(
                number(t, i + 7, i + 11),
                month(t, i),
                day,
                number(t, i + 12, i + 14),
                number(t, i + 15, i + 17),
                number(t, i + 18, i + 20),
                0,
                "");
    }

    static int month(String t, int i) {
        if (i + 3 > t.length()) {
            return -1;
        }
        for (int m = 0; m < 12; m++) {
            if (t.regionMatches(i, MONTHS, m * 3, 3)) {
                return m + 1;
            }
        }
        return -1;
    }

    /** The instant of a date and time of day in the zone named, or in the source's if none is. */
    long at(int year, int month, int day, int hour, int minute, int second, int micros, String zoneName) {
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || micros < 0) {
            return NONE;
        }
        boolean leap = second == 60;
        try {
            long local = day(year, month, day) * 86_400 + hour * 3600L + minute * 60L + (leap ? 59 : second);
            int fraction = leap ? 999_999 : micros;
            int offset = zoneName.isEmpty() ? offset(local) : named(zoneName, local);
            long time = (local - offset) * SECOND + fraction;
            last = Math.max(last, time);
            return time;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private long day(int year, int month, int day) {
        int date = (year * 13 + month) * 32 + day;
        if (date != cachedDate) {
            cachedDay = LocalDate.of(year, month, day).toEpochDay();
            cachedDate = date;
        }
        return cachedDay;
    }

    private int offset(long local) {
        if (fixed != Integer.MIN_VALUE) {
            return fixed;
        }
        long quarter = Math.floorDiv(local, 900L);
        if (quarter != cachedQuarter) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
            List<ZoneOffset> valid = zone.getRules().getValidOffsets(time);
            if (valid.size() != 1) {
                return doubtful(local, valid, zone.getRules().getTransition(time));
            }
            cachedOffset = valid.getFirst().getTotalSeconds();
            cachedQuarter = quarter;
        }
        return cachedOffset;
    }

    private int doubtful(long local, List<ZoneOffset> valid, ZoneOffsetTransition transition) {
        if (valid.isEmpty()) {
            return transition.getOffsetBefore().getTotalSeconds();
        }
        int first = valid.getFirst().getTotalSeconds();
        return (local - first) * SECOND < last - SLACK ? valid.getLast().getTotalSeconds() : first;
    }

    private static int named(String zoneName, long local) {
        return switch (zoneName) {
            case "Z", "UTC", "GMT" -> 0;
            case "JST" -> 9 * 3600;
            default ->
                zoneName.charAt(0) == '+' || zoneName.charAt(0) == '-'
                        ? ZoneOffset.of(zoneName).getTotalSeconds()
                        : ZoneId.of(zoneName, ZoneId.SHORT_IDS)
                                .getRules()
                                .getOffset(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC))
                                .getTotalSeconds();
        };
    }

    private static int micros(String t, int from, int to) {
        int value = 0;
        for (int i = 0; i < 6; i++) {
            value = value * 10 + (from + i < to ? t.charAt(from + i) - '0' : 0);
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number in these places, -1 if it is none. */
    static int number(String t, int from, int to) {
        if (to > t.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(t.charAt(i))) {
                return -1;
            }
            value = value * 10 + t.charAt(i) - '0';
        }
        return value;
    }
}
