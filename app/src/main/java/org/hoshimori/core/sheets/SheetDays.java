package org.hoshimori.core.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
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

    private static final Pattern DAY = Pattern.compile("(?<era>令和|令|R|平成|平|H|昭和|昭|S)?\\s*(?<year>\\d{1,4}|元)\\s*[-/.年]"
            + "\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})\\s*日?\\s*(\\([日月火水木金土]\\))?(T?\\s*[\\d:]+)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private SheetDays() {}

    /** The day, if it is one: 令和99年13月40日 is none, and 平成35年 never came. */
    public static Optional<LocalDate> read(String text) {
        String folded = Width.folded(text).toUpperCase(Locale.ROOT);
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
            return Optional.empty();
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
