package org.hoshimori.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Why, as a message code with what it is about; {@link #text} says it in the reader's language. */
public record Reason(String code, List<String> arguments) {

    private static final int LONGEST = 120;
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    public Reason {
        arguments = arguments.stream().map(Reason::short_).toList();
    }

    static Reason of(String code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }

    /** A sentence in Japanese or, for any other locale, English. */
    public String text(Locale locale) {
        return MailMessages.text(code, arguments, locale);
    }

    /** What came from the message, fit for a line: without control characters, not too long. */
    private static String short_(String argument) {
        String start = argument.length() <= 2 * LONGEST ? argument : argument.substring(0, 2 * LONGEST);
        String line = STEERING.matcher(start).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
