package org.hoshimori.core.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of cells as people read them; those that a cell shows as a day as that day. */
final class Numbers {

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    /** What is written as it stands, colours, conditions and languages. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private static final Pattern SCIENTIFIC = Pattern.compile("[0#?]E[+-]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("[ydge]", Pattern.CASE_INSENSITIVE);

    private Numbers() {}

    static String text(BigDecimal number, @Nullable Integer formatId, @Nullable String format, boolean from1904) {
        int id = formatId == null ? 0 : formatId;
        if (day(id, format == null ? "" : format) && number.signum() >= 0 && number.intValue() <= LAST_DAY) {
            try {
                return (from1904 ? DAY_0_OF_1904 : DAY_0)
                        .plusDays(number.intValue())
                        .toString();
            } catch (DateTimeException e) {
                return number.toPlainString();
            }
        }
        // Excel computes with 15 digits: 0.1 + 0.2 is 0.3 there.
        BigDecimal seen = number.round(new MathContext(15)).stripTrailingZeros();
        return seen.signum() == 0 ? "0" : seen.toPlainString();
    }

    /** Whether a format shows a day: one of the built-in ones (the Japanese ones too), or one with a year, a day or an era in it. */
    static boolean day(int id, String format) {
        if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return true;
        }
        String bare = ASIDE.matcher(format).replaceAll("");
        return !bare.equalsIgnoreCase("general")
                && !SCIENTIFIC.matcher(bare).find()
                && DAY.matcher(bare).find();
    }
}
