package org.hoshimori.core.handovers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.organization.PersonId;

/** That what somebody held went to somebody else, or when it will. */
sealed interface HandOverEvent extends Evident {

    /** Who held it. */
    PersonId from();

    @Override
    default String subject() {
        return "person:" + from();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("org-1.b");
    }

    /** All that somebody held went to one other person. */
    record HandedOver(Actor by, PersonId from, PersonId to, LocalDate firstDay, int things) implements HandOverEvent {
        @Override
        public String act() {
            return "hand-over.done/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("to", to.toString(), "firstDay", firstDay.toString(), "things", things);
        }
    }

    /** It is said by when it will. */
    record HandOverPutOff(Actor by, PersonId from, LocalDate byDay) implements HandOverEvent {
        @Override
        public String act() {
            return "hand-over.put-off/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("byDay", byDay.toString());
        }
    }
}
