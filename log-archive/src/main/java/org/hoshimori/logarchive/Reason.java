package org.hoshimori.logarchive;

import java.util.Locale;

/** Why a line was set aside instead of becoming a row. */
enum Reason {
    /** Holds bytes that no text has. */
    BINARY,
    /** Longer than a megabyte; kept in pieces. */
    TOO_LONG,
    /** No format that we know. */
    UNKNOWN_FORMAT,
    /** The format's beginning, but not what must follow. */
    MALFORMED,
    /** A field that must be a number, an address or a date is none. */
    BAD_VALUE,
    /** Without a time nobody can say to which day it belongs. */
    NO_TIME,
    /** A line of columns before any line that names them. */
    NO_HEADER;

    /** As it is written in files and counts. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
