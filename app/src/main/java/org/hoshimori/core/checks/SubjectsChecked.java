package org.hoshimori.core.checks;

import java.util.List;

/**
 * A check has just run, and what it found is merged in this transaction.
 *
 * @param subjects for which it ran; empty if it ran whole
 */
public record SubjectsChecked(int check, List<String> subjects) {

    /** Keeps its own copy. */
    public SubjectsChecked {
        subjects = List.copyOf(subjects);
    }
}
