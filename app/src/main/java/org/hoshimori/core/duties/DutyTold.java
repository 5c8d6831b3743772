package org.hoshimori.core.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A duty, as the API tells it.
 *
 * @param title what its kind is called
 * @param assignee who has it: {@code person:…}, or a post with its department
 * @param subject what it is about
 * @param closedBy who has closed it
 * @param note what was said then; a list leaves it out
 */
record DutyTold(
        UUID id,
        String kind,
        String title,
        String state,
        String subject,
        String assignee,
        String clause,
        LocalDate startsOn,
        LocalDate dueOn,
        Optional<Instant> closedAt,
        String closedBy,
        String note) {

    static DutyTold of(Task task, String title, String note, LocalDate today) {
        return new DutyTold(
                task.id().value(),
                task.kind(),
                title,
                task.on(today).code(),
                task.subject(),
                task.assignee().code(),
                task.clause(),
                task.startsOn(),
                task.dueOn(),
                task.closed().at(),
                task.closed().by(),
                note);
    }
}
