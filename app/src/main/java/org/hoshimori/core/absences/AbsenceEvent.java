package org.hoshimori.core.absences;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** That somebody is away, and who stands in. */
sealed interface AbsenceEvent extends Evident {

    /** Which absence. */
    Absence absence();

    @Override
    default String subject() {
        return "person:" + absence().person();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("org-1.b");
    }

    @Override
    default Map<String, Object> detail() {
        return Map.of(
                "absence", absence().id().toString(),
                "firstDay", absence().firstDay().toString(),
                "lastDay", absence().lastDay().toString(),
                "deputy", absence().deputy().toString());
    }

    /** It was entered. */
    record AbsenceEntered(Actor by, Absence absence) implements AbsenceEvent {
        @Override
        public String act() {
            return "absence.entered/1";
        }
    }

    /** It was taken back, or ended early. */
    record AbsenceCancelled(Actor by, Absence absence) implements AbsenceEvent {
        @Override
        public String act() {
            return "absence.cancelled/1";
        }
    }
}
