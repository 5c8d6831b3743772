package org.hoshimori.logarchive;

import java.util.Set;
import org.hoshimori.logarchive.LogFormat.Setting;
import org.jspecify.annotations.Nullable;

/** A kind of message, whether it stands in a file as it is or in an envelope of syslog. */
interface MessageFormat {

    /** As users name it: {@code cisco-asa}. */
    String name();

    /** What it may fill. */
    Set<Column> columns();

    /**
     * Whether a message looks like one of ours: quick and strict.
     *
     * @param app the program that the envelope names, or empty
     */
    boolean claims(String message, String app);

    /** A reader of one file. */
    MessageReader reader(Setting setting);

    /** Reads messages of one file, in one thread. */
    @FunctionalInterface
    interface MessageReader {
        /** Puts the message's values into the row at hand; says why not if it can't. */
        @Nullable
        Reason read(String message, Rows row);
    }
}
