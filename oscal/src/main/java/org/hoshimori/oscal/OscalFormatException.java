package org.hoshimori.oscal;

import java.util.List;
import java.util.Locale;

/**
 * A file is not OSCAL, or can't be resolved. Says where and, by a message code with arguments, what; the only exception
 * that reading and resolving throw for bad input.
 */
public final class OscalFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String code;
    private final transient List<String> arguments;

    /** An error of this kind; line and column count from 1, 0 means that there is no such place. */
    public OscalFormatException(String file, int line, int column, String code, String... arguments) {
        super(OscalMessages.say(Locale.ENGLISH, file, line, column, code, List.of(arguments)));
        this.file = file;
        this.line = line;
        this.column = column;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The file, as it was named. */
    public String file() {
        return file;
    }

    /** The line from 1, or 0. */
    public int line() {
        return line;
    }

    /** The column from 1, or 0. */
    public int column() {
        return column;
    }

    /** The message's key, such as {@code oscal.syntax}. */
    public String code() {
        return code;
    }

    /** The message's arguments. */
    public List<String> arguments() {
        return arguments;
    }

    /** One line for people: file, place, and what is wrong, in Japanese or English. */
    public String message(Locale locale) {
        return OscalMessages.say(locale, file, line, column, code, arguments);
    }
}
