package org.hoshimori.core.sheets;

import java.util.List;
import java.util.Locale;

/** What an import would do, row by row. */
public record Review<T>(List<Line<T>> lines) {

    /** What the rows would do to a register that needs no database. */
    public static <T> Review<T> alone(Importable<T> register, List<Entry> entries, Locale locale) {
        return Reviewing.of(register, entries, locale);
    }

    /** What a row comes to. */
    public sealed interface Line<T> {

        /** The row in the file. */
        int row();

        /** Something new. */
        record New<T>(int row, T described) implements Line<T> {}

        /** Something that is kept already, otherwise. */
        record Changed<T>(int row, T before, T described, List<Difference> differences) implements Line<T> {}

        /** What is kept already, just so. */
        record Same<T>(int row) implements Line<T> {}

        /** Something is wrong with it. */
        record Refused<T>(int row, List<Entry.Fault> faults) implements Line<T> {}
    }

    /** A column that would say something else. */
    public record Difference(String field, String before, String after) {}

    /** How many rows come to what. */
    public record Counts(int added, int changed, int same, int refused) {

        /** How many rows there are. */
        public int rows() {
            return added + changed + same + refused;
        }
    }

    /** The numbers. */
    public Counts counts() {
        int added = 0;
        int changed = 0;
        int same = 0;
        int refused = 0;
        for (Line<T> line : lines) {
            switch (line) {
                case Line.New<T> _ -> added++;
                case Line.Changed<T> _ -> changed++;
                case Line.Same<T> _ -> same++;
                case Line.Refused<T> _ -> refused++;
            }
        }
        return new Counts(added, changed, same, refused);
    }

    /** All that is wrong, in the order of the rows. */
    public List<Entry.Fault> faults() {
        return lines.stream()
                .flatMap(l -> l instanceof Line.Refused<T>(int _, List<Entry.Fault> faults)
                        ? faults.stream()
                        : java.util.stream.Stream.empty())
                .toList();
    }
}
