package org.hoshimori.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Review;

/**
 * What a page shows of a review: the numbers, and so many of the rows as anybody reads.
 *
 * @param moreFaults how many more faults there are
 * @param moreChanges how many more rows would be new or change
 */
record ReviewLines(
        Review.Counts counts, List<Entry.Fault> faults, int moreFaults, List<Change> changes, int moreChanges) {

    private static final int SHOWN = 100;

    /** A row that would be new or change; of a new one everything is said. */
    record Change(int row, boolean added, String key, List<Review.Difference> differences) {}

    static <T> ReviewLines of(
            Review<T> review, Importable<T> register, Optional<List<Entry.Fault>> stopped, Locale locale) {
        Review.Counts counts = review.counts();
        List<Entry.Fault> faults = stopped.orElseGet(review::faults);
        List<Review.Line<T>> first = new ArrayList<>();
        List<T> described = new ArrayList<>();
        for (Review.Line<T> line : review.lines()) {
            if (first.size() == SHOWN) {
                break;
            }
            switch (line) {
                case Review.Line.New<T>(int _, T entered) -> {
                    first.add(line);
                    described.add(entered);
                }
                case Review.Line.Changed<T>(int _, T _, T changed, List<Review.Difference> _) -> {
                    first.add(line);
                    described.add(changed);
                }
                case Review.Line.Same<T> _, Review.Line.Refused<T> _ -> {}
            }
        }
        List<Map<String, String>> shown = register.shown(described, locale);
        List<Change> changes = new ArrayList<>();
        String key = register.named();
        for (int i = 0; i < first.size(); i++) {
            Map<String, String> said = shown.get(i);
            List<Review.Difference> differences = first.get(i) instanceof Review.Line.Changed<T> changed
                    ? changed.differences()
                    : register.fields().stream()
                            .map(Field::code)
                            .filter(f ->
                                    !f.equals(key) && !said.getOrDefault(f, "").isEmpty())
                            .map(f -> new Review.Difference(f, "", said.getOrDefault(f, "")))
                            .toList();
            changes.add(new Change(
                    first.get(i).row(),
                    first.get(i) instanceof Review.Line.New<T>,
                    said.getOrDefault(key, ""),
                    differences));
        }
        return new ReviewLines(
                counts,
                faults.subList(0, Math.min(SHOWN, faults.size())),
                Math.max(0, faults.size() - SHOWN),
                changes,
                counts.added() + counts.changed() - changes.size());
    }
}
