package org.hoshimori.core.approvals;

/** What a decider says. */
public enum Verdict {
    /** Yes. */
    APPROVE,
    /** Change it, then ask again; needs a reason. */
    RETURN,
    /** No; needs a reason. */
    REFUSE
}
