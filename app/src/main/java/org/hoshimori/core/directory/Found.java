package org.hoshimori.core.directory;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/** A difference that was found and is open. */
record Found(UUID id, String key, Difference difference, ZonedDateTime since) {

    public Optional<PersonId> person() {
        return Optional.ofNullable(difference.person());
    }

    public Optional<Entry> entry() {
        return Optional.ofNullable(difference.entry());
    }

    DifferenceTable.Id named() {
        return new DifferenceTable.Id(id, difference.kind());
    }

    public String kind() {
        return difference.kind().code();
    }

    /** Whether it can be taken over by one press. */
    public boolean confirmable() {
        return switch (difference.kind()) {
            case JOINER, MOVER -> true;
            case LEAVER, LINGERS, CLASH -> false;
        };
    }
}
