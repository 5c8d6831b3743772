package org.hoshimori.core.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** A missing, old or failed backup, for who looks after them. */
@Component
class BackupsOfTheDay implements MyDay {

    private final Backups backups;

    BackupsOfTheDay(Backups backups) {
        this.backups = backups;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        if (!permissions.contains("backups")) {
            return List.of();
        }
        return switch (backups.health()) {
            case FINE -> List.of();
            case NONE_YET -> line("day.backup-none");
            case OLD -> line("day.backup-old");
            case FAILED -> line("day.backup-failed");
        };
    }

    private static List<Line> line(String message) {
        return List.of(new Line(Question.DO, message, List.of(), Optional.empty(), "/backups"));
    }
}
