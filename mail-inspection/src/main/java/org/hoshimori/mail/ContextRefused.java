package org.hoshimori.mail;

import java.util.List;
import java.util.Locale;

/** A file of the context can't be used; the message says which line and why. */
public final class ContextRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<String> arguments;

    ContextRefused(String code, String... arguments) {
        super(code + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What is wrong, in the reader's language. */
    public String text(Locale locale) {
        return Reason.of(code, arguments.toArray(String[]::new)).text(locale);
    }
}
