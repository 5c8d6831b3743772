package org.hoshimori.recognition;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Span;

/** Numbers, lengths of time, rhythms and dates as regulations say them, in folded text. */
final class ValueWords {

    private static final String NUMBER = "[0-9]{1,9}|[一二三四五六七八九十百]{1,6}";
    private static final String MONTHS = "(?:か|ヶ|カ|ケ|箇)月";
    private static final String UNIT = "(?:年間|年|" + MONTHS + "間?|週間|日間|日|時間|分間?|秒間?)";
    private static final String SPAN = "(?:(?:" + NUMBER + ")" + UNIT + "){1,4}|半年間?";
    private static final String RHYTHM = "(?:" + SPAN + ")に(?:" + NUMBER + ")回(?:以上)?|(?:年|月|週|1?日|毎年|毎月|毎週|毎日)に?(?:"
            + NUMBER + ")回(?:以上)?" + "|(?:" + SPAN + ")ごと|毎年|毎月|毎週|毎日|隔年|四半期(?:ごと|に1回)";
    private static final String DATE = "(?:[0-9]{4}|令和(?:[0-9]{1,2}|元))年[0-9]{1,2}月[0-9]{1,2}日";
    private static final String BLANK = "○+(?:月|年○+月○+日)?";

    private static final Pattern PART = Pattern.compile("(" + NUMBER + ")(" + UNIT + ")");
    private static final Pattern OFTEN = Pattern.compile("(?:毎|1)?(年|月|週|日)に?(" + NUMBER + ")回(?:以上)?");
    private static final Pattern ONCE_IN = Pattern.compile("(.+)に(" + NUMBER + ")回(?:以上)?");
    private static final Pattern DAY = Pattern.compile("(?:([0-9]{4})|令和([0-9]{1,2}|元))年([0-9]{1,2})月([0-9]{1,2})日");

    private static final Map<String, Span> NAMED = Map.of(
            "毎年", new Span(1, 0, 0, 0),
            "隔年", new Span(2, 0, 0, 0),
            "毎月", new Span(0, 1, 0, 0),
            "毎週", new Span(0, 0, 7, 0),
            "毎日", new Span(0, 0, 1, 0),
            "四半期ごと", new Span(0, 3, 0, 0),
            "四半期に1回", new Span(0, 3, 0, 0));

    private static final int REIWA = 2018;
    private static final int LONGEST_WORDS = 300;

    private ValueWords() {}

    /** What such a value looks like, as a regular expression without groups. */
    static String shape(ParameterType type) {
        return switch (type) {
            case INTEGER -> NUMBER + "|" + BLANK;
            case MONTH -> "(?:" + NUMBER + ")月|" + BLANK;
            case DURATION -> SPAN + "|" + BLANK;
            case RHYTHM -> RHYTHM + "|" + BLANK;
            case DATE -> DATE + "|" + BLANK;
            case BOOLEAN -> "はい|いいえ";
            case TEXT, POST, POSTS, CHOICE, CHOICES -> ".{1," + LONGEST_WORDS + "}?";
        };
    }

    /** A value of a type that needs no catalog to be read, as a tailoring says it; empty for a blank. */
    static Optional<String> read(ParameterType type, String folded) {
        return switch (type) {
            case INTEGER -> number(folded).map(n -> Long.toString(n));
            case MONTH ->
                number(folded.replace("月", "")).filter(n -> n >= 1 && n <= 12).map(n -> Long.toString(n));
            case DURATION -> span(folded).map(Span::toString);
            case RHYTHM -> rhythm(folded).map(Span::toString);
            case DATE -> date(folded);
            case BOOLEAN -> Optional.of(Boolean.toString(folded.equals("はい")));
            case TEXT, POST, POSTS, CHOICE, CHOICES -> Optional.empty();
        };
    }

    private static Optional<Long> number(String folded) {
        if (folded.matches("[0-9]{1,9}")) {
            return Optional.of(Long.parseLong(folded));
        }
        if (!folded.matches("[一二三四五六七八九十百]{1,6}")) {
            return Optional.empty();
        }
        long sum = 0;
        long digit = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            int value = "一二三四五六七八九".indexOf(c) + 1;
            if (value > 0) {
                digit = digit * 10 + value;
            } else {
                sum += Math.max(1, digit) * (c == '十' ? 10 : 100);
                digit = 0;
            }
        }
        return Optional.of(sum + digit);
    }

    private static Optional<Span> span(String folded) {
        if (folded.startsWith("半年")) {
            return Optional.of(new Span(0, 6, 0, 0));
        }
        Matcher part = PART.matcher(folded);
        int at = 0;
        int years = 0;
        int months = 0;
        long days = 0;
        long seconds = 0;
        while (part.find() && part.start() == at) {
            long amount = number(part.group(1)).orElse(0L);
            if (amount > 99_999) {
                return Optional.empty();
            }
            String unit = part.group(2);
            if (unit.startsWith("年")) {
                years += (int) amount;
            } else if (unit.contains("月")) {
                months += (int) amount;
            } else if (unit.startsWith("週")) {
                days += amount * 7;
            } else if (unit.startsWith("日")) {
                days += amount;
            } else {
                seconds += amount * (unit.startsWith("時") ? 3_600 : unit.startsWith("分") ? 60 : 1);
            }
            at = part.end();
        }
        return at == 0 || at < folded.length()
                ? Optional.empty()
                : Optional.of(new Span(years, months, (int) days, seconds));
    }

    private static Optional<Span> rhythm(String folded) {
        Span named = NAMED.get(folded);
        if (named != null) {
            return Optional.of(named);
        }
        Matcher often = OFTEN.matcher(folded);
        if (often.matches()) {
            return number(often.group(2)).flatMap(times -> times(often.group(1), times));
        }
        Matcher once = ONCE_IN.matcher(folded);
        if (once.matches()) {
            return number(once.group(2)).filter(n -> n == 1).flatMap(n -> span(once.group(1)));
        }
        return folded.endsWith("ごと") ? span(folded.substring(0, folded.length() - 2)) : Optional.empty();
    }

    /** Twice a year is once in half a year; what does not come out even is left to people. */
    private static Optional<Span> times(String unit, long times) {
        if (times == 1) {
            return Optional.of(
                    switch (unit) {
                        case "年" -> new Span(1, 0, 0, 0);
                        case "月" -> new Span(0, 1, 0, 0);
                        case "週" -> new Span(0, 0, 7, 0);
                        default -> new Span(0, 0, 1, 0);
                    });
        }
        return unit.equals("年") && times > 1 && 12 % times == 0
                ? Optional.of(new Span(0, (int) (12 / times), 0, 0))
                : Optional.empty();
    }

    private static Optional<String> date(String folded) {
        Matcher day = DAY.matcher(folded);
        if (!day.matches()) {
            return Optional.empty();
        }
        int year = day.group(1) != null
                ? Integer.parseInt(day.group(1))
                : REIWA + (day.group(2).equals("元") ? 1 : Integer.parseInt(day.group(2)));
        return Optional.of(
                "%04d-%02d-%02d".formatted(year, Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4))));
    }
}
