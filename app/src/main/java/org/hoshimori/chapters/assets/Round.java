package org.hoshimori.chapters.assets;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;

/**
 * An inventory round (棚卸し) of a department's assets.
 *
 * @param answers how many have been given which answer ({@link Answer}); what has none counts under an empty code
 * @param note why some were left open, or empty
 */
public record Round(
        UUID id,
        DepartmentId department,
        Instant openedAt,
        String openedBy,
        Optional<Instant> closedAt,
        String note,
        Map<String, Integer> answers) {

    /** What is said of an asset in a round. */
    public enum Answer implements Coded {
        /** It is there, and as it is described. */
        CONFIRMED("confirmed"),
        /** It was described anew. */
        CHANGED("changed"),
        /** It is not there any more. */
        GONE("gone");

        private final String code;

        Answer(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** As the record names it. */
    String subject() {
        return "asset-round:" + id;
    }

    public boolean open() {
        return closedAt.isEmpty();
    }

    /** How many there were when it began. */
    public int total() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of how many nothing has been said yet. */
    public int unanswered() {
        return answers.getOrDefault("", 0);
    }

    public int answered() {
        return total() - unanswered();
    }
}
