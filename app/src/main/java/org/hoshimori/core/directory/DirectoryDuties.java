package org.hoshimori.core.directory;

import java.time.Clock;
import java.time.LocalDate;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.evidence.Actor;
import org.springframework.stereotype.Component;

/**
 * Each difference is a duty of somebody: of who answers for people, and where a leaver lingers in the directory, of who disables
 * accounts ({@code acc-4.b}); done as soon as it is decided or gone.
 */
@Component
class DirectoryDuties {

    private final Duties duties;
    private final Clock clock;

    DirectoryDuties(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    void setOff(DifferenceTable.Id difference) {
        duties.setOff(kind(difference), DirectoryNames.PREFIX + difference.id(), LocalDate.now(clock));
    }

    void settled(DifferenceTable.Id difference, Actor by) {
        duties.fulfilled(kind(difference), DirectoryNames.PREFIX + difference.id(), by);
    }

    private static String kind(DifferenceTable.Id difference) {
        return switch (difference.kind()) {
            case JOINER, MOVER, LEAVER, CLASH -> "directory-difference";
            case LINGERS -> "directory-lingers";
        };
    }
}
