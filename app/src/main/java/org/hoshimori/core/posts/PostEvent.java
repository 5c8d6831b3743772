package org.hoshimori.core.posts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;

/** What happens to a post; its subject is the post, so that a post's whole history is found together. */
sealed interface PostEvent extends Evident {

    /** The appointment concerned, as it is now. */
    Appointment appointment();

    @Override
    default String subject() {
        return "post:" + appointment().post();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("org-1.b");
    }

    /** Somebody was appointed. */
    record Appointed(Actor by, Appointment appointment) implements PostEvent {
        @Override
        public String act() {
            return "post.appointed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return described(appointment);
        }
    }

    /** The deputy or the last day was changed. */
    record AppointmentChanged(Actor by, Appointment before, Appointment appointment) implements PostEvent {
        @Override
        public String act() {
            return "post.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = new LinkedHashMap<>(Difference.of(described(before), described(appointment)));
            detail.put("appointment", appointment.id().toString());
            detail.put("holder", appointment.holder().toString());
            return detail;
        }
    }

    private static Map<String, Object> described(Appointment appointment) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("appointment", appointment.id().toString());
        words.put(
                "department",
                appointment.inDepartment().map(DepartmentId::toString).orElse(""));
        words.put("holder", appointment.holder().toString());
        words.put("deputy", appointment.deputised().map(PersonId::toString).orElse(""));
        words.put("startsOn", appointment.startsOn().toString());
        words.put("endsOn", appointment.lastDay().map(Object::toString).orElse(""));
        return words;
    }
}
