package org.hoshimori.documents;

import java.util.List;

/**
 * Bars, stacked where there are several series: upright for a row of days, lying for a few long names, the gravest series first.
 *
 * @param lying whether bars lie, each with its number at its end
 * @param labels of the bars; of upright ones, an empty one is left out
 */
public record BarChart(boolean lying, List<String> labels, List<Series> series) {

    /** Refuses a series that has more or fewer numbers than there are bars. */
    public BarChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.numbers().size() != labels.size()) {
                throw new IllegalArgumentException(one.numbers().size() + " numbers for " + labels.size() + " bars");
            }
        }
    }

    /** What one colour stands for; the numbers, none negative, are those of the bars in their order. */
    public record Series(String name, List<Long> numbers) {
        /** Keeps its own copy. */
        public Series {
            numbers = List.copyOf(numbers);
        }
    }

    /** How long a bar is. */
    long sum(int bar) {
        return series.stream().mapToLong(s -> s.numbers().get(bar)).sum();
    }

    /** Millimetres, of a width of the page's text. */
    int height() {
        return lying ? (series.size() < 2 ? 6 : 12) + 9 * labels.size() : 60;
    }
}
