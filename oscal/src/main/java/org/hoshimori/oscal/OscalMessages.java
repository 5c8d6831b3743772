package org.hoshimori.oscal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts of this library's messages by code. */
final class OscalMessages {

    private static final String BUNDLE = "org.hoshimori.oscal.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LONGEST_ARGUMENT = 200;

    private OscalMessages() {}

    static String say(Locale locale, String file, int line, int column, String code, List<String> arguments) {
        StringBuilder out = new StringBuilder(oneLine(file));
        if (line > 0) {
            out.append(':').append(line);
            if (column > 0) {
                out.append(':').append(column);
            }
        }
        return out.append(": ").append(say(locale, code, arguments)).toString();
    }

    static String say(Locale locale, String code, List<String> arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
        Object[] shown = arguments.stream().map(OscalMessages::oneLine).toArray();
        try {
            return new MessageFormat(bundle.getString(code), Locale.ROOT).format(shown);
        } catch (MissingResourceException e) {
            return code + " " + List.of(shown);
        }
    }

    /** An argument may come from the file: no line breaks, no control characters, not too long. */
    private static String oneLine(String text) {
        String cut = text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").trim();
    }
}
