package org.hoshimori.chapters.assets;

/**
 * What an asset was rated, and why.
 *
 * @param statedImportance 1 to 3 where somebody has stated the importance, 0 where it follows from the values by the regulation
 * @param reason why it has these values: the answers of whoever rated it, or words
 */
public record Rating(Values values, int statedImportance, String reason) {

    /** Refuses an importance that there is not. */
    public Rating {
        if (statedImportance < 0 || statedImportance > Values.TOP_SECRET) {
            throw new IllegalArgumentException("importance " + statedImportance);
        }
    }

    /** Of these values, for this reason. */
    public static Rating of(int confidentiality, int integrity, int availability, String reason) {
        return new Rating(new Values(confidentiality, integrity, availability), 0, reason);
    }
}
