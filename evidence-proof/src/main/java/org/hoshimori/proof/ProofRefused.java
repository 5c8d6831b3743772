package org.hoshimori.proof;

import java.util.Locale;

/**
 * Bytes are not what this format allows, or a value is impossible; says where and, by a message code, what. The only
 * exception that reading throws for bad input.
 */
public final class ProofRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final int column;
    private final transient Problem problem;

    ProofRefused(String file, long line, int column, Problem problem) {
        super(place(file, line, column) + problem.say(Locale.ENGLISH));
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    static ProofRefused of(String code, Object... arguments) {
        return new ProofRefused("", 0, 0, Problem.of(code, arguments));
    }

    /** The file as it was named, or empty. */
    public String file() {
        return file;
    }

    /** The line from 1, or 0 where there is no such place. */
    public long line() {
        return line;
    }

    /** The column in characters from 1, or 0. */
    public int column() {
        return column;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** File, place and what is wrong, on one line. */
    public String message(Locale locale) {
        return place(file, line, column) + problem.say(locale);
    }

    ProofRefused in(String name, long number) {
        return new ProofRefused(name, number, column, problem);
    }

    private static String place(String file, long line, int column) {
        String numbers = (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
        return file.isEmpty() && numbers.isEmpty() ? "" : file + numbers + ": ";
    }
}
