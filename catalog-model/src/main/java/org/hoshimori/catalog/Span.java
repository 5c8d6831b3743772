package org.hoshimori.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as ISO 8601 writes it ({@code PT6H}, {@code P3Y}, {@code P1M15D}); years and months keep their
 * names, so that three years print as three years. Compared with months of 30 and years of 365 days.
 */
public record Span(int years, int months, int days, long seconds) implements Comparable<Span> {

    private static final Pattern ISO =
            Pattern.compile("P(?:(\\d{1,4})Y)?(?:(\\d{1,5})M)?(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
                    + "(?:T(?:(\\d{1,6})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");
    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final long MINUTE = 60;

    /** Refuses negative parts. */
    public Span {
        if (years < 0 || months < 0 || days < 0 || seconds < 0) {
            throw new IllegalArgumentException("negative span");
        }
    }

    /**
     * Reads an ISO 8601 duration.
     *
     * @throws IllegalArgumentException if the text is not one, or is empty ({@code P}, {@code PT})
     */
    public static Span parse(String text) {
        Matcher m = ISO.matcher(text);
        if (!m.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw new IllegalArgumentException(text);
        }
        return new Span(
                part(m, 1),
                part(m, 2),
                part(m, 3) * 7 + part(m, 4),
                part(m, 5) * HOUR + part(m, 6) * MINUTE + part(m, 7));
    }

    private static int part(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The length in seconds, a month counted as 30 days and a year as 365. */
    public long approximateSeconds() {
        return (years * 365L + months * 30L + days) * DAY + seconds;
    }

    @Override
    public int compareTo(Span other) {
        return Long.compare(approximateSeconds(), other.approximateSeconds());
    }

    /** The shortest ISO 8601 text of this span. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("P");
        iso(out, years, 'Y');
        iso(out, months, 'M');
        iso(out, days, 'D');
        if (seconds > 0) {
            out.append('T');
            iso(out, seconds / HOUR, 'H');
            iso(out, seconds % HOUR / MINUTE, 'M');
            iso(out, seconds % MINUTE, 'S');
        }
        return out.length() == 1 ? "PT0S" : out.toString();
    }

    private static void iso(StringBuilder out, long amount, char unit) {
        if (amount > 0) {
            out.append(amount).append(unit);
        }
    }

    /** In words: {@code 6時間}, {@code 6 hours}. */
    public String in(Lang lang) {
        List<String> parts = new ArrayList<>();
        say(parts, lang, years, "年間", "year");
        say(parts, lang, months, "か月", "month");
        say(parts, lang, days, "日", "day");
        say(parts, lang, seconds / HOUR, "時間", "hour");
        say(parts, lang, seconds % HOUR / MINUTE, "分", "minute");
        say(parts, lang, seconds % MINUTE, "秒", "second");
        if (parts.isEmpty()) {
            return lang == Lang.JA ? "0秒" : "0 seconds";
        }
        return String.join(lang == Lang.JA ? "" : " ", parts);
    }

    private static void say(List<String> parts, Lang lang, long amount, String ja, String en) {
        if (amount > 0) {
            parts.add(lang == Lang.JA ? amount + ja : amount + " " + en + (amount == 1 ? "" : "s"));
        }
    }

    /** As a rhythm: {@code 3か月に1回}, {@code every 3 months}; {@code 年1回}, {@code every year}. */
    public String rhythmIn(Lang lang) {
        String words = in(lang);
        if (lang == Lang.EN) {
            boolean single = words.startsWith("1 ") && words.indexOf(' ', 2) < 0;
            return "every " + (single ? words.substring(2) : words);
        }
        return switch (toString()) {
            case "P1Y" -> "年1回";
            case "P6M" -> "半年に1回";
            case "P1M" -> "月1回";
            case "P7D" -> "週1回";
            case "P1D" -> "1日1回";
            default -> words.replace("年間", "年") + "に1回";
        };
    }
}
