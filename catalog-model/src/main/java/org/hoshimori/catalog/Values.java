package org.hoshimori.catalog;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads values from the text in which people write them. */
public final class Values {

    private Values() {}

    /**
     * Reads a value of a type other than text.
     *
     * @param codes of a choice: the codes that may be chosen; of posts: all known, or empty for no check
     * @param written one text, or several for a type that takes several
     * @throws IllegalArgumentException with the text that is not such a value
     */
    public static Value parse(ParameterType type, List<String> codes, List<String> written) {
        if (written.isEmpty() || (!type.several() && written.size() > 1)) {
            throw new IllegalArgumentException(String.join(", ", written));
        }
        if (type == ParameterType.TEXT) {
            return new Value.OfText(Words.same(written.getFirst().strip()));
        }
        // Japanese keyboards give full-width digits; they mean the same.
        String first =
                Normalizer.normalize(written.getFirst(), Normalizer.Form.NFKC).strip();
        return switch (type) {
            case TEXT -> throw new IllegalStateException();
            case POST, POSTS, CHOICE, CHOICES -> codes(codes, written);
            case MONTH -> month(first);
            case INTEGER -> new Value.OfInteger(number(first));
            case DURATION, RHYTHM -> new Value.OfSpan(Span.parse(first));
            case DATE -> new Value.OfDate(date(first));
            case BOOLEAN -> new Value.OfBoolean(yes(first));
        };
    }

    private static Value codes(List<String> known, List<String> written) {
        for (String code : written) {
            if (!known.isEmpty() && !known.contains(code)) {
                throw new IllegalArgumentException(code);
            }
        }
        return new Value.OfCodes(written.stream().distinct().toList());
    }

    private static Value month(String text) {
        long month = number(text);
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException(text);
        }
        return new Value.OfInteger(month);
    }

    private static long number(String text) {
        if (!text.matches("-?\\d{1,15}")) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(text);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
