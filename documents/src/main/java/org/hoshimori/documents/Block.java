package org.hoshimori.documents;

import java.util.List;

/**
 * What stands in a chapter, one below the other. Every block may have ids: of the clause, duty or text that it prints,
 * so that links find it; a clause without a heading of its own gives its id to its first block.
 */
public sealed interface Block {

    /** The ids that links may name, most general first; no id may stand twice in a document. */
    List<String> ids();

    /**
     * The heading of a numbered section.
     *
     * @param number as printed, {@code 1} or {@code 1.4.2}
     * @param level 1 below the chapter, at most 3
     */
    record Section(List<String> ids, String number, Phrase title, int level) implements Block {
        /** Refuses a level that no format has. */
        public Section {
            ids = List.copyOf(ids);
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("level " + level);
            }
        }
    }

    /** Running text. */
    record Paragraph(List<String> ids, Phrase words) implements Block {
        /** Keeps its own copy of the ids. */
        public Paragraph {
            ids = List.copyOf(ids);
        }
    }

    /**
     * An item of a list without numbers.
     *
     * @param level 1 or 2
     */
    record Item(List<String> ids, int level, Phrase words) implements Block {
        /** Refuses a level that no format has. */
        public Item {
            ids = List.copyOf(ids);
            if (level < 1 || level > 2) {
                throw new IllegalArgumentException("level " + level);
            }
        }
    }

    /**
     * A numbered step (①②③).
     *
     * @param number from 1; 1 starts a new list
     */
    record Step(List<String> ids, int number, Phrase words) implements Block {
        /** Refuses a number below 1. */
        public Step {
            ids = List.copyOf(ids);
            if (number < 1) {
                throw new IllegalArgumentException("step " + number);
            }
        }
    }

    /** A note (※). */
    record Note(List<String> ids, Phrase words) implements Block {
        /** Keeps its own copy of the ids. */
        public Note {
            ids = List.copyOf(ids);
        }
    }

    /** A heading without number (＜…＞). */
    record Heading(List<String> ids, Phrase words) implements Block {
        /** Keeps its own copy of the ids. */
        public Heading {
            ids = List.copyOf(ids);
        }
    }

    /** A table. */
    record Grid(List<String> ids, Phrase caption, List<Column> columns, List<Row> rows) implements Block {
        /** Refuses a row that has more or fewer cells than there are columns. */
        public Grid {
            ids = List.copyOf(ids);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "row with " + row.cells().size() + " cells for " + columns.size() + " columns");
                }
            }
        }

        /**
         * A column.
         *
         * @param weight its share of the width, or 0 to let the words decide for the whole table
         */
        public record Column(Phrase label, int weight) {}

        /** A row. */
        public record Row(List<Cell> cells) {
            /** Keeps its own copy of the cells. */
            public Row {
                cells = List.copyOf(cells);
            }
        }

        /** What stands in a cell: paragraphs, possibly none. */
        public record Cell(List<Phrase> paragraphs) {
            /** Keeps its own copy of the paragraphs. */
            public Cell {
                paragraphs = List.copyOf(paragraphs);
            }
        }
    }

    /** A numbered section that does not apply, in its place, so that no number is missing without a reason. */
    record Excluded(List<String> ids, String number, Phrase title, int level, Phrase reason) implements Block {
        /** Refuses a level that no format has. */
        public Excluded {
            ids = List.copyOf(ids);
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("level " + level);
            }
        }
    }

    /** A chart of posts and who holds them, drawn as a tree. */
    record Chart(List<String> ids, Phrase caption, List<Post> posts) implements Block {
        /** Keeps its own copies. */
        public Chart {
            ids = List.copyOf(ids);
            posts = List.copyOf(posts);
        }

        /** A post, its holders, and the posts that report to it. */
        public record Post(Phrase title, List<Phrase> holders, List<Post> reports) {
            /** Keeps its own copies. */
            public Post {
                holders = List.copyOf(holders);
                reports = List.copyOf(reports);
            }
        }
    }

    /** What follows starts on a new page, where the format has pages. */
    record PageBreak() implements Block {
        @Override
        public List<String> ids() {
            return List.of();
        }
    }
}
