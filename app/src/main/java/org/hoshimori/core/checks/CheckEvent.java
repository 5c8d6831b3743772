package org.hoshimori.core.checks;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a check. */
public sealed interface CheckEvent extends Evident {

    /** The check's name. */
    String check();

    @Override
    default Actor by() {
        return Actor.system("checks");
    }

    @Override
    default String subject() {
        return "check:" + check();
    }

    /**
     * A check has run and came to another result than before, or ran for the first time of a day.
     *
     * @param result digest of the alarms, each a line of subject, reason and its arguments
     */
    record Ran(String check, String asks, String digest, int ok, int alarm, int skip, String result)
            implements CheckEvent {
        @Override
        public String act() {
            return "check.ran/1";
        }

        @Override
        public Optional<String> clause() {
            return Optional.of(asks);
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("check", digest, "ok", ok, "alarm", alarm, "skip", skip, "result", result);
        }
    }

    /** A check that ran before can't run any more. */
    record Failed(String check, String fault, String details) implements CheckEvent {
        @Override
        public String act() {
            return "check.failed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("fault", fault, "details", details);
        }
    }

    /** A check is new, or written differently; its digest tells which text it is. */
    record Taken(String check, String digest, String fault) implements CheckEvent {
        @Override
        public String act() {
            return "check.taken/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("check", digest, "fault", fault);
        }
    }

    /** A check's file is gone, and what it found with it. */
    record Dropped(String check) implements CheckEvent {
        @Override
        public String act() {
            return "check.dropped/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of();
        }
    }
}
