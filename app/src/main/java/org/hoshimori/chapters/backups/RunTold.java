package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.util.UUID;

/**
 * A run whose result came in, as the API tells it.
 *
 * @param bytes how much it holds; -1 where that is not known
 */
record RunTold(
        UUID id,
        UUID plan,
        String run,
        boolean ok,
        Run.Judged judged,
        Instant begun,
        Instant ended,
        long bytes,
        String note,
        String way,
        Instant reported) {

    static RunTold of(UUID plan, Run run) {
        return new RunTold(
                run.id(),
                plan,
                run.key(),
                run.result().ok(),
                run.judged(),
                run.result().begun(),
                run.result().ended(),
                run.result().bytes(),
                run.result().note(),
                run.way(),
                run.reported());
    }
}
