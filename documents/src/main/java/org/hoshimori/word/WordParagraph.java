package org.hoshimori.word;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A paragraph.
 *
 * @param style the name of its style, in Word's own language ({@code heading 1})
 * @param outline 1 to 9 for a heading that Word knows as one, else 0
 * @param list whether it is an item of a list that Word numbers or dots
 * @param cell where in a table it stands; {@link Cell#NONE} outside of tables
 * @param bookmarks names of the bookmarks that begin in it
 */
public record WordParagraph(
        String style, int outline, boolean list, Cell cell, List<WordRun> runs, List<String> bookmarks) {

    /**
     * A place in a table.
     *
     * @param table counts the tables of the document from 1; 0 outside of tables
     * @param row from 0
     * @param column from 0
     */
    public record Cell(int table, int row, int column) {

        /** Not in a table. */
        public static final Cell NONE = new Cell(0, 0, 0);
    }

    /** Its words once all tracked changes are accepted. */
    public String text() {
        return text(WordRun::stands);
    }

    /** Its words as they were before any tracked change. */
    public String textBefore() {
        return text(WordRun::stood);
    }

    /** Whether tracking has put anything in or struck anything. */
    public boolean tracked() {
        return runs.stream().anyMatch(r -> r.track() != null);
    }

    private String text(Predicate<WordRun> which) {
        return runs.stream().filter(which).map(WordRun::text).collect(Collectors.joining());
    }
}
