package org.hoshimori.word;

import java.util.Locale;

/** A file that can't be read as Word's text, and why. */
public final class WordUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it can't be read. */
    public enum Problem {
        /** The format before 2007 ({@code .doc}), which is to be saved anew. */
        OLD_FORMAT,
        /** It asks for a password. */
        ENCRYPTED,
        /** It is something else. */
        NOT_WORD,
        /** It is, or unpacks to, more than a regulation can be. */
        TOO_LARGE,
        /** It is torn or malformed. */
        DAMAGED;

        /** As messages name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Problem problem;

    WordUnreadable(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** Why it can't be read. */
    public Problem problem() {
        return problem;
    }
}
