package org.hoshimori.recognition;

/**
 * Why a sentence is taken for a clause's, each from 0 to 1.
 *
 * @param wording how alike the words are
 * @param heading how alike the headings are under which they stand
 * @param order how near they stand to where they are expected
 */
public record Score(double wording, double heading, double order) {

    private static final double LEAST_WORDING = 0.36;
    private static final double LEAST = 0.46;

    /** The same words. */
    static final Score EXACT = new Score(1, 1, 1);

    /** All together, 0 to 1. */
    public double total() {
        return 0.72 * wording + 0.18 * heading + 0.10 * order;
    }

    boolean enough() {
        return wording >= LEAST_WORDING && total() >= LEAST;
    }
}
