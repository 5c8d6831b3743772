package org.hoshimori.core.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.storage.Width;

/** Days as people write them in tables: 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日, R8.4.1, 20260401, with or without a weekday. */
public final class SheetDays {

    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "令和", JapaneseEra.REIWA,
            "令", JapaneseEra.REIWA,
            "R", JapaneseEra.REIWA,
            "平成", JapaneseEra.HEISEI,
            "平", JapaneseEra.HEISEI,
            "H", JapaneseEra.HEISEI,
            "昭和", JapaneseEra.SHOWA,
            "昭", JapaneseEra.SHOWA,
            "S", JapaneseEra.SHOWA);

    private static final Pattern DAY = Pattern.compile(
            "(?<era>令和|令|R|平成|平|H|昭和|昭|S)?\\s*(?<year>\\d{1,4}|元)\\s*[-/.・年]"
                    + "\\s*(?<month>\\d{1,2})\\s*[-/.・月]\\s*(?<day>\\d{1,2})\\s*日?\\s*(\\(?[日月火水木金土](曜日?)?\\)?|\\([A-Z]{3}\\))?\\s*(T?\\s*[\\d:]+(\\.\\d+)?Z?)?");
    /** April 1, 2024 and 1-Apr-2024; the order of 4/1/2024 is anybody's guess. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<name>[A-Z]{3,9})\\.?\\s*(?<day>\\d{1,2})(ST|ND|RD|TH)?\\s*,?\\s*(?<year>\\d{4})");

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})(ST|ND|RD|TH)?[\\s-]*(?<name>[A-Z]{3,9})\\.?,?[\\s-]*(?<year>\\d{4})");

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** Dashes and dots that Japanese keyboards write; the long vowel mark is one that people take for a dash. */
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\u30FC]");

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    /** Days by Excel's count: from 1954 to 2118. */
    private static final Pattern COUNT = Pattern.compile("[2-7]\\d{4}(\\.\\d+)?");

    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private SheetDays() {}

    /** The day, if it is one: 令和99年13月40日 is none, and 平成35年 never came. */
    public static Optional<LocalDate> read(String text) {
        String folded =
                DASHES.matcher(Width.folded(text).toUpperCase(Locale.ROOT)).replaceAll("-");
        Matcher digits = DIGITS.matcher(folded);
        if (digits.matches()) {
            return day(
                    Optional.empty(),
                    Integer.parseInt(digits.group(1)),
                    Integer.parseInt(digits.group(2)),
                    Integer.parseInt(digits.group(3)));
        }
        Matcher written = DAY.matcher(folded);
        if (!written.matches()) {
            return english(MONTH_FIRST.matcher(folded)).or(() -> english(DAY_FIRST.matcher(folded)));
        }
        String year = written.group("year");
        Optional<JapaneseEra> era = Optional.ofNullable(written.group("era")).map(ERAS::get);
        if (era.isEmpty() && year.length() < 4) {
            return Optional.empty();
        }
        return day(
                era,
                year.equals("元") ? 1 : Integer.parseInt(year),
                Integer.parseInt(written.group("month")),
                Integer.parseInt(written.group("day")));
    }

    /** A day that stands as the number by which Excel counts it, as tables show it that have lost their formats. */
    static Optional<LocalDate> counted(String text) {
        String folded = Width.folded(text);
        return COUNT.matcher(folded).matches()
                ? Optional.of(DAY_0.plusDays((long) Double.parseDouble(folded)))
                : Optional.empty();
    }

    private static Optional<LocalDate> english(Matcher written) {
        if (!written.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(written.group("name").substring(0, 3)) + 1;
        return day(
                Optional.empty(),
                Integer.parseInt(written.group("year")),
                month,
                Integer.parseInt(written.group("day")));
    }

    private static Optional<LocalDate> day(Optional<JapaneseEra> era, int year, int month, int day) {
        try {
            return Optional.of(
                    era.isPresent()
                            ? LocalDate.from(JapaneseDate.of(era.get(), year, month, day))
                            : LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
