package org.hoshimori.cli;

import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.hoshimori.catalog.Lang;

/** What the commands say, by message code. */
final class Says {

    private Says() {}

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
            String text = ResourceBundle.getBundle("org.hoshimori.cli.says", Languages.locale(lang), Languages.CONTROL)
                    .getString(code);
            for (int i = 0; i < arguments.size(); i++) {
                text = text.replace("{" + i + "}", arguments.get(i));
            }
            return text;
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
