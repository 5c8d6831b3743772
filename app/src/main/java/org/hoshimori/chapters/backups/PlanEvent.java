package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;

/** What happens to a backup plan. */
public sealed interface PlanEvent extends Evident {

    /** Which plan. */
    PlanId plan();

    @Override
    default String subject() {
        return plan().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("ast-4.1");
    }

    /** It was entered. */
    record PlanEntered(Actor by, PlanId plan, Plan entered) implements PlanEvent {
        @Override
        public String act() {
            return "backup-plan.entered/1";
        }

        @Override
        public Map<String, Object> detail() {
            return described(entered);
        }
    }

    /** It was changed. */
    record PlanChanged(Actor by, PlanId plan, Plan before, Plan after) implements PlanEvent {
        @Override
        public String act() {
            return "backup-plan.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Difference.of(described(before), described(after));
        }
    }

    /** A result came in. */
    record RunReported(Actor by, PlanId plan, Run run) implements PlanEvent {
        @Override
        public String subject() {
            return plan().runs();
        }

        @Override
        public String act() {
            return "backup-plan.run-reported/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("run", run.key());
            detail.put("runState", run.judged().code());
            detail.put("endedAt", run.result().ended().toString());
            detail.put("bytes", run.result().bytes());
            detail.put("way", run.way());
            detail.put("note", run.result().note());
            return detail;
        }
    }

    /** No result came in time. */
    record RunMissed(Actor by, PlanId plan, Instant due) implements PlanEvent {
        @Override
        public String subject() {
            return plan().runs();
        }

        @Override
        public String act() {
            return "backup-plan.run-missed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("dueAt", due.toString());
        }
    }

    /** Somebody has tried to restore. */
    record RestoreTested(Actor by, PlanId plan, RestoreTest test) implements PlanEvent {
        @Override
        public String act() {
            return "backup-plan.restore-tested/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "testedOn", test.testedOn().toString(),
                    "restored", test.restored(),
                    "minutes", test.minutes(),
                    "succeeded", test.succeeded(),
                    "note", test.note());
        }
    }

    /** A token by which a script reports was made. */
    record TokenMade(Actor by, PlanId plan, UUID token) implements PlanEvent {
        @Override
        public String act() {
            return "backup-plan.token-made/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("token", token.toString());
        }
    }

    /** A token was revoked. */
    record TokenRevoked(Actor by, PlanId plan, UUID token) implements PlanEvent {
        @Override
        public String act() {
            return "backup-plan.token-revoked/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("token", token.toString());
        }
    }

    /** What the record keeps of a plan, by the names of the form's fields. */
    static Map<String, Object> described(Plan plan) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("planCode", plan.code());
        words.put("planName", plan.name());
        words.put("target", plan.target());
        words.put("equipment", "information-system:" + plan.equipment());
        words.put("object", plan.object());
        words.put("method", plan.method());
        words.put("destination", plan.storage().destination().code());
        words.put("kept", plan.storage().kept().code());
        words.put("place", plan.storage().at().map(p -> "site:" + p).orElse(""));
        words.put(
                "assessment",
                plan.storage().assessed().map(a -> "cloud-assessment:" + a).orElse(""));
        words.put("encrypted", plan.storage().encrypted());
        words.put("rule", plan.timetable().rule());
        words.put("begins", plan.timetable().begins().toString());
        words.put("at", plan.timetable().at().toString());
        words.put("onDaysOff", plan.timetable().onDaysOff());
        words.put("graceHours", plan.timetable().grace().toHours());
        words.put("leastBytes", plan.leastBytes());
        words.put("shrink", plan.shrink());
        words.put("responsible", "person:" + plan.responsible());
        words.put("inUse", plan.inUse());
        words.put("note", plan.note());
        return words;
    }
}
