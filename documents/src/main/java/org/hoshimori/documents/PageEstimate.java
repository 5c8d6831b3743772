package org.hoshimori.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * On which page each heading will stand, reckoned from the words' lengths: what a table of contents shows until the
 * word processor has laid the pages out itself. Lengths in points.
 */
final class PageEstimate {

    private static final double PAGE = 700;
    private static final double TEXT_WIDTH = 470;

    /** A half-width letter's share of the font size. */
    private static final double HALF = 0.5;

    private static final int CONTENTS_LINES = 42;

    private final Document document;
    private final Labels labels;
    private final List<Entry> entries = new ArrayList<>();
    private int page;
    private double used;

    /** A line of the table of contents; level 1 is a chapter. */
    record Entry(String id, int level, String words, int page) {}

    private PageEstimate(Document document) {
        this.document = document;
        this.labels = Labels.in(document.lang());
    }

    static List<Entry> of(Document document) {
        PageEstimate estimate = new PageEstimate(document);
        estimate.front();
        document.chapters().forEach(estimate::chapter);
        return List.copyOf(estimate.entries);
    }

    private void front() {
        boolean about = document.draft()
                || !document.notice().isEmpty()
                || !document.attribution().isEmpty();
        long lines = document.chapters().stream()
                .mapToLong(c -> 1 + Outline.of(c, 2).size())
                .sum();
        page = 1
                + (about ? 1 : 0)
                + (document.history().isEmpty() ? 0 : 1)
                + (int) Math.max(1, (lines + CONTENTS_LINES - 1) / CONTENTS_LINES);
    }

    private void chapter(Chapter chapter) {
        page++;
        used = 35;
        entries.add(new Entry(chapter.id(), 1, labels.chapter(chapter), page));
        used += 3 * 21 + 10;
        for (Block block : chapter.blocks()) {
            block(block);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Section section -> heading(section);
            case Block.Paragraph p -> place(lines(p.words(), 10.5, TEXT_WIDTH) * 14.2 + 5);
            case Block.Item i -> place(lines(i.words(), 10.5, TEXT_WIDTH - 22 * i.level()) * 14.2 + 3);
            case Block.Step s -> place(lines(s.words(), 10.5, TEXT_WIDTH - 25) * 14.2 + 3);
            case Block.Note n -> place(lines(n.words(), 9.5, TEXT_WIDTH - 25) * 11.9 + 6);
            case Block.Heading _ -> keep(27, 30);
            case Block.Grid grid -> grid(grid);
            case Block.Excluded excluded -> {
                heading(excluded);
                place(19);
            }
            case Block.Chart chart -> keep(30 + 27.0 * posts(chart.posts()), 0);
            case Block.PageBreak _ -> turn();
        }
    }

    private void heading(Block block) {
        Outline.entry(block).ifPresent(e -> {
            keep(e.level() == 1 ? 41 : e.level() == 2 ? 33 : 28, 20);
            if (e.level() <= 2) {
                entries.add(new Entry(e.id(), e.level() + 1, e.words(), page));
            }
        });
    }

    private void grid(Block.Grid grid) {
        int[] widths = ColumnWidths.of(grid, (int) TEXT_WIDTH);
        keep(grid.caption().isEmpty() ? 6 : 26, 46);
        place(20);
        for (Block.Grid.Row row : grid.rows()) {
            double height = 0;
            for (int c = 0; c < widths.length; c++) {
                double cell = 5;
                for (Phrase paragraph : row.cells().get(c).paragraphs()) {
                    cell += lines(paragraph, 9.5, widths[c] - 11) * 11.4 + 2;
                }
                height = Math.max(height, cell);
            }
            keep(Math.max(18, height), 0);
        }
        place(13);
    }

    private static int posts(List<Block.Chart.Post> posts) {
        return posts.stream().mapToInt(p -> 1 + posts(p.reports())).sum();
    }

    private static int lines(Phrase words, double size, double width) {
        double needed = TextWidth.of(words.plain()) * HALF * size;
        return (int) Math.max(1, Math.ceil(needed / Math.max(20, width)));
    }

    /** Something that may go on over the page's end. */
    private void place(double height) {
        used += height;
        while (used > PAGE) {
            page++;
            used -= PAGE;
        }
    }

    /** Something that stays whole, with so much of what follows. */
    private void keep(double height, double following) {
        if (used + height + following > PAGE) {
            turn();
        }
        used += height;
    }

    private void turn() {
        page++;
        used = 0;
    }
}
