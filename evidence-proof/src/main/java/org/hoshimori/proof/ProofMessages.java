package org.hoshimori.proof;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts of this library by code. */
final class ProofMessages {

    private static final String BUNDLE = "org.hoshimori.proof.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LONGEST_ARGUMENT = 200;

    private ProofMessages() {}

    static String say(Locale locale, String code, List<String> arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
        Object[] shown = arguments.stream().map(ProofMessages::oneLine).toArray();
        try {
            return new MessageFormat(bundle.getString(code), Locale.ROOT).format(shown);
        } catch (MissingResourceException e) {
            return code + " " + List.of(shown);
        }
    }

    /** An argument may come from a forged file: no control characters, nothing that turns the line, not too long. */
    private static String oneLine(String text) {
        String cut = text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").trim();
    }
}
