package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to duties. */
public sealed interface DutyEvent extends Evident {

    /** Which kind of duty. */
    String kind();

    /** The clause that obliges, or empty where none does any more. */
    String obliging();

    @Override
    default String subject() {
        return "duty-kind:" + kind();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(obliging()).filter(c -> !c.isEmpty());
    }

    /** Duties of a period were planned. */
    record DutiesPlanned(Actor by, String kind, String obliging, LocalDate period, LocalDate due, int number)
            implements DutyEvent {
        @Override
        public String act() {
            return "duty.planned/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("period", period.toString(), "due", due.toString(), "number", number);
        }
    }

    /** Another revision, or another fiscal year, has moved open duties. */
    record DutiesMoved(Actor by, String kind, String obliging, String rule, int moved, int superseded)
            implements DutyEvent {
        @Override
        public String act() {
            return "duty.moved/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("rule", rule, "moved", moved, "superseded", superseded);
        }
    }

    /** What open duties were about is gone, or their clause. */
    record DutiesSuperseded(Actor by, String kind, String obliging, int number, String why) implements DutyEvent {
        @Override
        public String act() {
            return "duty.superseded/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("number", number, "why", why);
        }
    }

    /** What happens to one duty, under which it is found. */
    sealed interface OfOne extends DutyEvent {

        /** The duty. */
        DutyId duty();

        @Override
        default String subject() {
            return duty().subject();
        }
    }

    /** A duty was done. */
    record DutyDone(Actor by, DutyId duty, String kind, String obliging, LocalDate due, String note) implements OfOne {
        @Override
        public String act() {
            return "duty.done/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("kind", kind, "due", due.toString(), "note", note);
        }
    }

    /** Somebody decided that a duty need not be done. */
    record DutyNotApplicable(Actor by, DutyId duty, String kind, String obliging, LocalDate due, String reason)
            implements OfOne {
        @Override
        public String act() {
            return "duty.not-applicable/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("kind", kind, "due", due.toString(), "reason", reason);
        }
    }

    /** A duty was told to who is above. */
    record DutyEscalated(Actor by, DutyId duty, String kind, String obliging, LocalDate due, String to)
            implements OfOne {
        @Override
        public String act() {
            return "duty.escalated/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("kind", kind, "due", due.toString(), "to", to);
        }
    }

    /** A duty went from one person to another. */
    record DutyHandedOver(Actor by, DutyId duty, String kind, String obliging, String from, String to)
            implements OfOne {
        @Override
        public String act() {
            return "duty.handed-over/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("kind", kind, "from", from, "to", to);
        }
    }
}
