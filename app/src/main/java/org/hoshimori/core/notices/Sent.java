package org.hoshimori.core.notices;

/** What sending comes to. */
sealed interface Sent {

    /** The other side has it. */
    record Taken() implements Sent {}

    /** Not now; it may be taken later. */
    record NotNow(String why) implements Sent {}

    /** It will not be taken, however often it is tried. */
    record Never(String why) implements Sent {}
}
