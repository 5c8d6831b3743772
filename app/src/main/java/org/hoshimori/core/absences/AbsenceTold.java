package org.hoshimori.core.absences;

import java.time.LocalDate;
import java.util.UUID;

/** An absence as the API tells it. */
record AbsenceTold(UUID id, UUID person, LocalDate from, LocalDate until, UUID deputy) {

    static AbsenceTold of(Absence absence) {
        return new AbsenceTold(
                absence.id(),
                absence.person().value(),
                absence.firstDay(),
                absence.lastDay(),
                absence.deputy().value());
    }
}
