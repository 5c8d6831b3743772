package org.hoshimori.core.posts;

import java.util.List;

/** Draws who reports to whom as a picture (SVG 1.1): a box for each post, its holders below its title, lines to the box above. */
final class CommitteeChart {

    private static final int BOX_WIDTH = 420;
    private static final int BOX_HEIGHT = 52;
    private static final int GAP = 14;
    private static final int STEP = 36;
    private static final int MARGIN = 12;
    private static final int PER_ROW = BOX_HEIGHT + GAP;

    private final StringBuilder boxes = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private int row;
    private int depth;

    private CommitteeChart() {}

    static String svg(List<PostBoard.Node> posts) {
        CommitteeChart chart = new CommitteeChart();
        posts.forEach(p -> chart.draw(p, 0));
        int width = 2 * MARGIN + BOX_WIDTH + chart.depth * STEP;
        int height = 2 * MARGIN + Math.max(1, chart.row) * PER_ROW - GAP;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="'Noto Sans JP','BIZ UDPGothic','Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <g stroke="#6e6e74" stroke-width="1.5" fill="none">%3$s</g>
                %4$s</svg>
                """.formatted(width, height, chart.lines, chart.boxes);
    }

    /** Draws a post and, further right and below, those who report to it; the height of its middle. */
    private int draw(PostBoard.Node post, int level) {
        depth = Math.max(depth, level);
        int x = MARGIN + level * STEP;
        int y = MARGIN + row * PER_ROW;
        row++;
        boolean vacant = post.holders().isEmpty();
        boxes.append("""
                <rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="%s" stroke-width="1.5"%s/>
                <text x="%d" y="%d" font-size="13" fill="#56565a">%s</text>
                <text x="%d" y="%d" font-size="16" font-weight="700" fill="%s">%s</text>
                """.formatted(
                        x,
                        y,
                        BOX_WIDTH,
                        BOX_HEIGHT,
                        vacant ? "#fff" : "#f7f7fa",
                        vacant ? "#b00020" : "#6e6e74",
                        vacant ? " stroke-dasharray=\"5 4\"" : "",
                        x + 14,
                        y + 20,
                        escaped(post.title()),
                        x + 14,
                        y + 42,
                        vacant ? "#b00020" : "#1a1a1c",
                        vacant ? "–" : escaped(String.join(", ", post.holders()))));
        int trunk = x + STEP / 2;
        for (PostBoard.Node below : post.reports()) {
            int middle = draw(below, level + 1);
            lines.append("<path d=\"M%d %dV%dH%d\"/>".formatted(trunk, y + BOX_HEIGHT, middle, x + STEP));
        }
        return y + BOX_HEIGHT / 2;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
