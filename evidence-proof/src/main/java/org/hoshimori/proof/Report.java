package org.hoshimori.proof;

import java.util.List;

/** What a verification saw and found. */
public record Report(long entries, long heads, long attachments, List<Fault> faults, List<Notice> notices) {

    /** Keeps copies. */
    public Report {
        faults = List.copyOf(faults);
        notices = List.copyOf(notices);
    }

    /** Whether nothing is wrong; there may still be notices, such as a lost span. */
    public boolean clean() {
        return faults.isEmpty();
    }
}
