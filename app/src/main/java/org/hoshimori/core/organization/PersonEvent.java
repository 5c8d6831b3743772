package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;

/** What happens to a person's place in the company. */
public sealed interface PersonEvent extends Evident {

    /** Whom it happened to. */
    PersonId person();

    @Override
    default String subject() {
        return "person:" + person();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("hr-1");
    }

    /** Somebody joined, or was entered later. */
    record PersonJoined(Actor by, Person entered) implements PersonEvent {
        @Override
        public PersonId person() {
            return entered.id();
        }

        @Override
        public String act() {
            return "person.joined/1";
        }

        @Override
        public Map<String, Object> detail() {
            return described(entered);
        }
    }

    /** What is kept of a person was changed. */
    record PersonChanged(Actor by, Person before, Person after) implements PersonEvent {
        @Override
        public PersonId person() {
            return after.id();
        }

        @Override
        public String act() {
            return "person.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Difference.of(described(before), described(after));
        }
    }

    /** The last day of somebody is known. */
    record PersonLeaving(Actor by, PersonId person, LocalDate lastDay) implements PersonEvent {
        @Override
        public String act() {
            return "person.leaving/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("lastDay", lastDay.toString());
        }
    }

    /** Somebody was to leave and stays. */
    record PersonStaying(Actor by, PersonId person, LocalDate lastDay) implements PersonEvent {
        @Override
        public String act() {
            return "person.staying/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("wasToLeaveOn", lastDay.toString());
        }
    }

    /** Whether nothing that {@link PersonChanged} tells has changed. */
    static boolean same(Person before, Person after) {
        return described(before).equals(described(after));
    }

    private static Map<String, Object> described(Person person) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("staffNumber", person.staffNumber());
        words.put("name", person.name().full());
        words.put("kana", person.name().familyKana() + " " + person.name().givenKana());
        words.put("mail", person.mail());
        words.put("employment", person.employment().code());
        words.put(
                "department", person.inDepartment().map(DepartmentId::toString).orElse(""));
        words.put("language", person.language());
        words.put("joinedOn", person.joinedOn().toString());
        return words;
    }
}
