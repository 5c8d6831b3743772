package org.hoshimori.chapters.logs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** The gateways' logs, for whoever lays an archive of them down. */
@Component
public class GatewayLogs {

    private final LogArchive archive;
    private final Works works;
    private final HitDesk desk;

    GatewayLogs(LogArchive archive, Works works, HitDesk desk) {
        this.archive = archive;
        this.works = works;
        this.desk = desk;
    }

    /** Where the archive is, or will be. */
    public Path folder() {
        return archive.folder();
    }

    /** Verifies the archive and reviews these days before it answers; the review, if nothing else was under way. */
    public Optional<UUID> reviewed(LocalDate from, LocalDate until, Actor by) {
        return works.now(from, until, by);
    }

    /** Says of what a rule found in a review that it is explained. */
    public void explain(UUID review, String rule, String why, PersonId by) {
        desk.explain(review, rule, why, by).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
    }
}
