package org.hoshimori.proof;

/** A line of a heads file: a head, or what keeps it from being read. */
public sealed interface HeadLine {

    /** The line, from 1. */
    long line();

    /** A head; whether its signature holds is for {@link Verification}. */
    record Read(long line, SignedHead head) implements HeadLine {}

    /** Not a head. */
    record Unreadable(long line, Problem problem) implements HeadLine {}
}
