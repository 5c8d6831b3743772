package org.hoshimori.logarchive;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** A kind of log. */
interface LogFormat {

    /** As users name it: {@code squid}. */
    String name();

    /** What it may fill. */
    Set<Column> columns();

    /** Whether a line looks like one of ours; asked of lines whose format nobody knows, so it must be quick and strict. */
    boolean claims(String line);

    /** A reader of one file. */
    LineReader reader(Setting setting);

    /**
     * The same for files that begin like this: it may fill less, and its reader throws {@link OtherColumns} where a file turns out to hold
     * more.
     */
    default LogFormat narrowed(byte[] look) {
        return this;
    }

    /** Whether its lines hang on headings ({@code #fields}, the first line of a CSV). */
    default Heading heading() {
        return Heading.NONE;
    }

    /**
     * What a reader must know of its file.
     *
     * @param zone of times that name none
     * @param asOf when the file was written at the latest
     */
    record Setting(ZoneId zone, Instant asOf) {
        Times times() {
            return new Times(zone, asOf);
        }
    }

    /** Where headings stand. */
    enum Heading {
        NONE,
        /** The first line of the file. */
        FIRST_LINE,
        /** Lines that begin with #, anywhere. */
        HASH
    }
}
