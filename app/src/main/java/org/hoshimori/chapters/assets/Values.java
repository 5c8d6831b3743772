package org.hoshimori.chapters.assets;

import org.hoshimori.catalog.parameters.RegParameters;

/**
 * What an asset is worth protecting: 評価値.
 *
 * @param confidentiality 1 public, 2 internal, 3 top secret ({@code ast-1.1.b})
 * @param integrity 1 or 2 ({@code ast-1.1.c})
 * @param availability 1 or 2 ({@code ast-1.1.d})
 */
public record Values(int confidentiality, int integrity, int availability) {

    /** The highest value of confidentiality. */
    public static final int TOP_SECRET = 3;

    private static final int HIGHEST_OTHER = 2;

    /** Refuses a value that there is not. */
    public Values {
        if (!possible(confidentiality, TOP_SECRET)
                || !possible(integrity, HIGHEST_OTHER)
                || !possible(availability, HIGHEST_OTHER)) {
            throw new IllegalArgumentException(confidentiality + " " + integrity + " " + availability);
        }
    }

    private static boolean possible(int value, int highest) {
        return 1 <= value && value <= highest;
    }

    /** The importance (重要度) that follows by a rule of the regulation ({@code reg_importance-rule}). */
    public int importance(RegParameters.ImportanceRule rule) {
        return switch (rule) {
            case HIGHEST_OF_THREE -> Math.max(confidentiality, Math.max(integrity, availability));
            case CONFIDENTIALITY_ONLY -> confidentiality;
        };
    }

    /** Whether one of them is lower than it was. */
    public boolean lowers(Values before) {
        return confidentiality < before.confidentiality
                || integrity < before.integrity
                || availability < before.availability;
    }
}
