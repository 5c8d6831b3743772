package org.hoshimori.documents;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shares a table's width among its columns: by the weights given, else so that words break seldom and rows stay low. */
final class ColumnWidths {

    /** Half-width letters that a line of a table across the page holds. */
    private static final int LINE = 96;

    /** Padding, and letters wider than the average. */
    private static final int AIR = 4;

    private static final int WIDEST_WORD = 30;
    private static final int NARROWEST = 8;

    private ColumnWidths() {}

    /** Widths that add up to the total. */
    static int[] of(Block.Grid grid, int total) {
        boolean given = grid.columns().stream().allMatch(c -> c.weight() > 0);
        double[] weights = given
                ? grid.columns().stream().mapToDouble(Block.Grid.Column::weight).toArray()
                : byWords(grid);
        return shares(weights, total);
    }

    private static double[] byWords(Block.Grid grid) {
        int columns = grid.columns().size();
        double[] natural = new double[columns];
        double[] least = new double[columns];
        for (int c = 0; c < columns; c++) {
            List<String> words = words(grid, c);
            natural[c] = AIR + words.stream().mapToInt(TextWidth::of).max().orElse(0);
            double word = AIR
                    + Math.min(
                            WIDEST_WORD,
                            words.stream()
                                    .mapToInt(TextWidth::ofWidestWord)
                                    .max()
                                    .orElse(0));
            double label = AIR
                    + Math.min(12, TextWidth.of(grid.columns().get(c).label().plain()));
            least[c] = Math.min(natural[c], Math.max(NARROWEST, Math.max(word, label)));
        }
        double sum = IntStream.range(0, columns).mapToDouble(c -> natural[c]).sum();
        return sum <= LINE ? natural : squeezed(natural, least);
    }

    /** Columns that would fit into an even share keep their width; the others divide what is left. */
    private static double[] squeezed(double[] natural, double[] least) {
        double[] widths = new double[natural.length];
        boolean[] settled = new boolean[natural.length];
        double room = LINE;
        int left = natural.length;
        boolean changed = true;
        while (changed) {
            changed = false;
            double even = room / Math.max(1, left);
            for (int c = 0; c < natural.length; c++) {
                if (!settled[c] && natural[c] <= even) {
                    settled[c] = true;
                    widths[c] = natural[c];
                    room -= natural[c];
                    left--;
                    changed = true;
                }
            }
        }
        divide(widths, settled, natural, least, room);
        return widths;
    }

    private static void divide(double[] widths, boolean[] settled, double[] natural, double[] least, double room) {
        double rest = room;
        double wish = 0;
        for (int c = 0; c < widths.length; c++) {
            if (!settled[c]) {
                rest -= least[c];
                wish += Math.sqrt(natural[c]);
            }
        }
        for (int c = 0; c < widths.length; c++) {
            if (!settled[c]) {
                widths[c] = least[c] + Math.max(0, rest) * Math.sqrt(natural[c]) / wish;
            }
        }
    }

    private static List<String> words(Block.Grid grid, int column) {
        return Stream.concat(
                        Stream.of(grid.columns().get(column).label()),
                        grid.rows().stream().flatMap(r -> r.cells().get(column).paragraphs().stream()))
                .map(Phrase::plain)
                .toList();
    }

    private static int[] shares(double[] weights, int total) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] shares = new int[weights.length];
        double before = 0;
        for (int c = 0; c < weights.length; c++) {
            shares[c] = (int) (Math.round((before + weights[c]) * total / sum) - Math.round(before * total / sum));
            before += weights[c];
        }
        return shares;
    }
}
