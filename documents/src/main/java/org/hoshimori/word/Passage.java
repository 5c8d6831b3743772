package org.hoshimori.word;

import java.util.List;

/**
 * What stands under a heading.
 *
 * @param level 1 for the outermost heading; 0 for what stands before the first
 * @param number as it is typed before the heading or the text ({@code 第3条}, {@code 3.1}); empty if Word counts or nobody does
 * @param heading its words; empty if there are none
 * @param above the headings in which it stands, outermost first
 */
public record Passage(int level, String number, String heading, List<String> above, List<Line> lines) {

    /**
     * A paragraph under the heading.
     *
     * @param number as it is typed before it ({@code (1)}, {@code ①}); empty if there is none
     * @param style the name of its style
     * @param column in a table, what its column is called; empty outside of tables
     */
    public record Line(String number, String text, String style, WordParagraph.Cell cell, String column) {}
}
