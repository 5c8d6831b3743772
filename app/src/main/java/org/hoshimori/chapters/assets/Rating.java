package org.hoshimori.chapters.assets;

import java.util.List;

/**
 * What an asset was rated, and why.
 *
 * @param statedImportance 1 to 3 where somebody has stated the importance, 0 where it follows from the values by the regulation
 * @param reason why it has these values, in words
 * @param answers codes of the criteria that apply ({@link Answers}); none where nobody was asked
 */
public record Rating(Values values, int statedImportance, String reason, List<String> answers) {

    /** Refuses an importance that there is not; keeps its own copy. */
    public Rating {
        if (statedImportance < 0 || statedImportance > Values.TOP_SECRET) {
            throw new IllegalArgumentException("importance " + statedImportance);
        }
        answers = List.copyOf(answers);
    }

    /** The same where nobody was asked the criteria: of an import, say. */
    public Rating(Values values, int statedImportance, String reason) {
        this(values, statedImportance, reason, List.of());
    }

    /** Of these values, for this reason. */
    public static Rating of(int confidentiality, int integrity, int availability, String reason) {
        return new Rating(new Values(confidentiality, integrity, availability), 0, reason);
    }

    /** Whether anything tells why. */
    public boolean reasoned() {
        return !reason.isBlank() || !answers.isEmpty();
    }
}
