package org.hoshimori.documents;

import java.util.List;
import java.util.stream.Stream;

/** Draws the tree of posts as a table without grid: boxes, and lines from each box to the one above. */
final class WordChart {

    /** One step to the right, in twentieths of a point. */
    private static final int STEP = 400;

    private static final int WIDTH = 6600;
    private static final String LINE = "6E6E74";

    private final WordMarkup word;
    private final WordPhrase phrases;
    private final String separator;
    private int depth;

    WordChart(WordMarkup word, WordPhrase phrases, String separator) {
        this.word = word;
        this.phrases = phrases;
        this.separator = separator;
    }

    void write(Block.Chart chart) {
        if (chart.posts().isEmpty()) {
            return;
        }
        word.paragraph("Caption", chart.ids(), () -> phrases.write(chart.caption()));
        depth = depth(chart.posts());
        Markup out = word.out();
        out.start("w:tbl").start("w:tblPr");
        out.start("w:tblW")
                .attribute("w:w", Integer.toString(width()))
                .attribute("w:type", "dxa")
                .end("w:tblW");
        out.start("w:tblLayout").attribute("w:type", "fixed").end("w:tblLayout");
        if (!chart.caption().isEmpty()) {
            word.value("w:tblCaption", chart.caption().plain());
        }
        out.end().start("w:tblGrid");
        for (int i = 1; i < depth; i++) {
            column(STEP);
        }
        column(WIDTH);
        out.end().line();
        posts(chart.posts(), List.of());
        out.end().line();
        word.paragraph("AfterTable", () -> {});
    }

    private static int depth(List<Block.Chart.Post> posts) {
        return posts.stream().mapToInt(p -> 1 + depth(p.reports())).max().orElse(0);
    }

    private int width() {
        return WIDTH + STEP * (depth - 1);
    }

    private void column(int width) {
        word.out().start("w:gridCol").attribute("w:w", Integer.toString(width)).end("w:gridCol");
    }

    /**
     * Boxes of one parent.
     *
     * @param goesOn for each step to the left, whether its line goes on further down
     */
    private void posts(List<Block.Chart.Post> posts, List<Boolean> goesOn) {
        for (int i = 0; i < posts.size(); i++) {
            Block.Chart.Post post = posts.get(i);
            boolean more = i < posts.size() - 1;
            List<Boolean> below = append(goesOn, more);
            row(below, Part.UPPER, post);
            row(below, Part.LOWER, post);
            row(append(below, !post.reports().isEmpty()), Part.GAP, post);
            posts(post.reports(), below);
        }
    }

    private static List<Boolean> append(List<Boolean> list, boolean last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    private enum Part {
        UPPER(230),
        LOWER(230),
        GAP(90);

        private final int height;

        Part(int height) {
            this.height = height;
        }
    }

    /** The first entry of {@code lines} belongs to the topmost posts, which have no line. */
    private void row(List<Boolean> lines, Part part, Block.Chart.Post post) {
        Markup out = word.out();
        out.start("w:tr").start("w:trPr");
        word.empty("w:cantSplit");
        out.start("w:trHeight")
                .attribute("w:val", Integer.toString(part.height))
                .attribute("w:hRule", part == Part.GAP ? "exact" : "atLeast")
                .end("w:trHeight");
        out.end();
        int level = part == Part.GAP ? lines.size() - 2 : lines.size() - 1;
        for (int i = 1; i <= level; i++) {
            boolean own = i == level && part != Part.GAP;
            boolean down = lines.get(i) || (own && part == Part.UPPER);
            line(down, own && part == Part.UPPER);
        }
        if (part == Part.GAP) {
            gap(lines.getLast(), level);
        } else {
            box(part, level, post);
        }
        out.end().line();
    }

    private void gap(boolean reports, int level) {
        int left = level;
        if (reports) {
            line(true, false);
            left++;
        }
        startCell(WIDTH + STEP * (depth - 1 - left), depth - left);
        word.out().end();
        tiny();
        word.out().end();
    }

    private void line(boolean left, boolean bottom) {
        startCell(STEP, 1);
        if (left || bottom) {
            word.out().start("w:tcBorders");
            if (left) {
                border("w:left");
            }
            if (bottom) {
                border("w:bottom");
            }
            word.out().end();
        }
        word.out().end();
        tiny();
        word.out().end();
    }

    private void box(Part part, int level, Block.Chart.Post post) {
        startCell(WIDTH + STEP * (depth - 1 - level), depth - level);
        if (part == Part.UPPER) {
            word.value("w:vMerge", "restart");
        } else {
            word.empty("w:vMerge");
        }
        Markup out = word.out();
        out.start("w:tcBorders");
        List.of("w:top", "w:left", "w:bottom", "w:right").forEach(this::border);
        out.end();
        if (level == 0) {
            out.start("w:shd")
                    .attribute("w:val", "clear")
                    .attribute("w:color", "auto")
                    .attribute("w:fill", "E9ECF8")
                    .end("w:shd");
        }
        word.value("w:vAlign", "center");
        out.end();
        if (part == Part.UPPER) {
            words(post);
        } else {
            tiny();
        }
        out.end();
    }

    private void words(Block.Chart.Post post) {
        word.startParagraph("TableHead");
        phrases.write(post.title());
        String before = "　";
        for (Phrase holder : post.holders()) {
            word.run(this::light, before);
            phrases.write(holder);
            before = separator;
        }
        word.endParagraph();
    }

    private void light() {
        word.value("w:b", "0");
    }

    private void startCell(int width, int span) {
        Markup out = word.out();
        out.start("w:tc").start("w:tcPr");
        out.start("w:tcW")
                .attribute("w:w", Integer.toString(width))
                .attribute("w:type", "dxa")
                .end("w:tcW");
        if (span > 1) {
            word.value("w:gridSpan", Integer.toString(span));
        }
    }

    private void border(String side) {
        word.out()
                .start(side)
                .attribute("w:val", "single")
                .attribute("w:sz", "6")
                .attribute("w:space", "0")
                .attribute("w:color", LINE)
                .end(side);
    }

    private void tiny() {
        word.startParagraph(
                "AfterTable",
                () -> word.empty("w:keepNext")
                        .out()
                        .start("w:spacing")
                        .attribute("w:after", "0")
                        .attribute("w:line", "20")
                        .attribute("w:lineRule", "exact")
                        .end("w:spacing"));
        word.endParagraph();
    }
}
