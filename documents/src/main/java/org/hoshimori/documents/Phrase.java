package org.hoshimori.documents;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of a paragraph, a title or a cell, with the values and links that stand in them. */
public record Phrase(List<Run> runs) {

    /** No words at all. */
    public static final Phrase EMPTY = new Phrase(List.of());

    /** Keeps its own copy of the runs. */
    public Phrase {
        runs = List.copyOf(runs);
    }

    /** Words with nothing special in them. */
    public static Phrase of(String text) {
        return text.isEmpty() ? EMPTY : new Phrase(List.of(new Run.Text(text, Set.of())));
    }

    /** The words alone; a line break as a blank. */
    public String plain() {
        return runs.stream()
                .map(r -> r instanceof Run.Break ? " " : r.text())
                .collect(Collectors.joining())
                .strip();
    }

    /** Whether nothing prints. */
    public boolean isEmpty() {
        return runs.stream().allMatch(r -> r.text().isBlank());
    }

    /** Whether there are words and all of them bear this mark. */
    boolean all(Run.Mark mark) {
        return !isEmpty()
                && runs.stream()
                        .allMatch(r -> r.marks().contains(mark) || r.text().isBlank());
    }
}
