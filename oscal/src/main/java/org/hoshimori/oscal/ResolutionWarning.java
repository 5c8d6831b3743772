package org.hoshimori.oscal;

import java.util.List;
import java.util.Locale;

/** A directive of a profile that has no effect, or a result that breaks a rule; resolving went on. */
public record ResolutionWarning(String file, int line, String code, List<String> arguments) {

    /** Keeps an immutable copy. */
    public ResolutionWarning {
        arguments = List.copyOf(arguments);
    }

    /** One line for people, in Japanese or English. */
    public String message(Locale locale) {
        return OscalMessages.say(locale, file, line, 0, code, arguments);
    }
}
