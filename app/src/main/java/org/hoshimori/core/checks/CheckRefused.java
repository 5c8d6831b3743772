package org.hoshimori.core.checks;

import java.util.Locale;

/** A check that can't be taken as it is written, or could not run. */
public final class CheckRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String details;

    /** What is wrong with it. */
    public enum Fault {
        /** A line of the header is missing. */
        HEADER_MISSING,
        /** A line of the header says what it can't. */
        HEADER_WRONG,
        /** More than one statement, or brackets and quotes that don't close. */
        NOT_ONE_SELECT,
        /** A parameter that the catalog does not have. */
        PARAMETER_UNKNOWN,
        /** The database does not take it. */
        DATABASE,
        /** A column is missing, or of another type. */
        COLUMNS,
        /** It reads something else than facts. */
        NOT_FACTS,
        /** It calls a function that does more than compute. */
        FUNCTION,
        /** It asks for the time of the database instead of {@code :{today}}, or reads the day without saying so. */
        TIME,
        /** It took too long. */
        TOO_SLOW,
        /** It gave a status that is none, or no subject. */
        ROWS,
        /** It gave more rows than a check may. */
        TOO_MANY;

        /** As messages and the database name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    CheckRefused(Fault fault, String details) {
        super(fault + " " + details);
        this.fault = fault;
        this.details = details;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The word concerned, or what the database says of it. */
    public String details() {
        return details;
    }
}
