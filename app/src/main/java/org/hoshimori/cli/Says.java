package org.hoshimori.cli;

import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Messages;

/** What the commands say, by message code. */
final class Says {

    private Says() {}

    static String of(String code, Lang lang, String... arguments) {
        return of(code, lang, List.of(arguments));
    }

    static String of(String code, Lang lang, List<String> arguments) {
        String found = find(code, lang, arguments);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(code);
        }
        return found;
    }

    /** Empty if there is no such message. */
    static String find(String code, Lang lang, List<String> arguments) {
        try {
            String pattern = ResourceBundle.getBundle(
                            "org.hoshimori.cli.says", Languages.locale(lang), Languages.CONTROL)
                    .getString(code);
            return Messages.fill(pattern, arguments);
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
