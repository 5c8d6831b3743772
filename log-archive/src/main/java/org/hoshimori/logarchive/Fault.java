package org.hoshimori.logarchive;

import java.util.Locale;

/** Something that does not fit. {@code what} names the file, source or entry; {@code detail} says more, in numbers and times only. */
public record Fault(Kind kind, String what, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** The manifest's line is not bound to the one before. */
        CHAIN,
        /** The manifest's line can't be read. */
        UNREADABLE,
        /** The manifest does not end as a witness says it did. */
        HEAD,
        /** The bytes are others. */
        CHANGED,
        /** The file is gone and no record says that it was deleted after its time. */
        MISSING,
        /** The file is shorter than it was. */
        TRUNCATED,
        /** A file that no manifest knows. */
        ADDED,
        /** A source was silent. */
        GAP,
        /** Lines known to be lost. */
        LOST,
        /** A device's clock and its envelope's, or ours, disagree. */
        SKEW,
        /** Deleted before its time. */
        EARLY_DELETION;

        /** As it is written in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it speaks against the archive itself; a silent source or a wrong clock does not. */
        public boolean breaks() {
            return switch (this) {
                case CHAIN, UNREADABLE, HEAD, CHANGED, MISSING, TRUNCATED, ADDED, EARLY_DELETION -> true;
                case GAP, LOST, SKEW -> false;
            };
        }
    }
}
