package org.hoshimori.core.findings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a corrective action. */
sealed interface ActionEvent extends Evident {

    /** The action as it is now. */
    CorrectiveAction action();

    @Override
    default String subject() {
        return action().subject().isEmpty() ? "check:" + action().check() : action().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(action().clause());
    }

    @Override
    default Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("action", action().id().toString());
        detail.put("check", action().check());
        detail.put("cause", action().cause().code());
        detail.put("plan", action().plan());
        detail.put("owner", action().owner().toString());
        detail.put("dueOn", action().dueOn().toString());
        detail.put("needsRevision", action().needsRevision());
        return detail;
    }

    /** Somebody has planned it. */
    record Planned(Actor by, CorrectiveAction action) implements ActionEvent {
        @Override
        public String act() {
            return "action.planned/1";
        }
    }

    /** It was carried out. */
    record CarriedOut(Actor by, CorrectiveAction action, String done) implements ActionEvent {
        @Override
        public String act() {
            return "action.carried-out/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("action", action.id().toString(), "done", done);
        }
    }

    /** Somebody reviewed whether it helps. */
    record Reviewed(Actor by, CorrectiveAction action, boolean effective, String review) implements ActionEvent {
        @Override
        public String act() {
            return "action.reviewed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("action", action.id().toString(), "effective", effective, "review", review);
        }
    }

    /** The check is met and the review is done. */
    record Closed(Actor by, CorrectiveAction action) implements ActionEvent {
        @Override
        public String act() {
            return "action.closed/1";
        }
    }
}
