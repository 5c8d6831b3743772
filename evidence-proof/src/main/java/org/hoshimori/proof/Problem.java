package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong, as a message code with arguments; its words come from the properties, Japanese or English.
 *
 * @param causes what lies behind, told in words after the arguments
 */
public record Problem(String code, List<String> arguments, List<Problem> causes) {

    /** Keeps copies. */
    public Problem {
        arguments = List.copyOf(arguments);
        causes = List.copyOf(causes);
    }

    static Problem of(String code, Object... arguments) {
        List<String> texts = new ArrayList<>();
        List<Problem> causes = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Problem cause) {
                causes.add(cause);
            } else {
                texts.add(String.valueOf(argument));
            }
        }
        return new Problem(code, texts, causes);
    }

    /** One sentence for people, on one line whatever the arguments hold. */
    public String say(Locale locale) {
        List<String> all = new ArrayList<>(arguments);
        causes.forEach(cause -> all.add(cause.say(locale)));
        return ProofMessages.say(locale, code, all);
    }
}
