package org.hoshimori.core.approvals;

/** How far a request has come; all but the first are final. */
public enum State {
    /** Somebody is to decide. */
    OPEN,
    /** All have approved. */
    APPROVED,
    /** Somebody has said no. */
    REFUSED,
    /** Somebody wants it changed and asked again. */
    RETURNED,
    /** Who asked has taken it back. */
    WITHDRAWN,
    /** What it was about has changed meanwhile. */
    LAPSED,
    /** Nobody decided in time. */
    EXPIRED
}
