package org.hoshimori.core.findings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finding, as the API tells it.
 *
 * @param id the check's number and the subject
 * @param name of the subject, today
 * @param status {@code alarm}, {@code excepted}, {@code ok} or {@code skip}
 * @param reason its code; what it says in words is {@code words}
 */
record FindingTold(
        String id,
        int check,
        String title,
        String clause,
        String severity,
        String subject,
        String name,
        String status,
        String reason,
        List<String> arguments,
        String words,
        Instant since,
        Optional<String> exception,
        Optional<String> action) {

    /** Keeps its own copy. */
    FindingTold {
        arguments = List.copyOf(arguments);
    }
}
