package org.hoshimori.core.posture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the year as a picture (SVG 1.1): the share of clauses that are shown to be kept, and of those that are not. */
final class TrendChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 160;
    private static final int LEFT = 44;
    private static final int BOTTOM = 24;
    private static final int TOP = 8;

    private TrendChart() {}

    static String svg(List<PostureHistory.Day> days, LocalDate first, LocalDate last, Map<String, String> words) {
        StringBuilder out = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="'Noto Sans JP','BIZ UDPGothic','Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(WIDTH, HEIGHT));
        for (int percent : List.of(0, 50, 100)) {
            out.append("<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#d3d3d8\"/>"
                            .formatted(LEFT, WIDTH - 8, at(y(percent)), at(y(percent))))
                    .append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\" fill=\"#56565a\">%d%%</text>%n"
                            .formatted(LEFT - 6, at(y(percent) + 4), percent));
        }
        out.append("<text x=\"%d\" y=\"%d\" fill=\"#56565a\">%s</text>".formatted(LEFT, HEIGHT - 6, first));
        out.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#56565a\">%s</text>%n"
                .formatted(WIDTH - 8, HEIGHT - 6, last));
        line(out, days, first, last, "#0031d8", "", State.OK, State.PERSON, State.TEXT);
        line(out, days, first, last, "#b00020", " stroke-dasharray=\"6 4\"", State.ALARM);
        out.append("<text x=\"%d\" y=\"%d\" fill=\"#0031d8\">── %s</text>"
                .formatted(LEFT + 8, TOP + 14, escaped(words.getOrDefault("kept", ""))));
        out.append("<text x=\"%d\" y=\"%d\" fill=\"#b00020\">- - %s</text>%n"
                .formatted(LEFT + 8, TOP + 32, escaped(words.getOrDefault("alarm", ""))));
        return out.append("</svg>\n").toString();
    }

    private static void line(
            StringBuilder out,
            List<PostureHistory.Day> days,
            LocalDate first,
            LocalDate last,
            String colour,
            String dashes,
            State... states) {
        double span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        StringBuilder points = new StringBuilder();
        for (PostureHistory.Day day : days) {
            int all = day.states().entrySet().stream()
                    .filter(e -> e.getKey() != State.EXCLUDED)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            int part = 0;
            for (State state : states) {
                part += day.states().getOrDefault(state, 0);
            }
            double x = LEFT + (WIDTH - LEFT - 8) * ChronoUnit.DAYS.between(first, day.day()) / span;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(all == 0 ? 0 : 100.0 * part / all)));
        }
        String at = points.toString().strip();
        if (days.size() == 1) {
            String[] place = at.split(",", 2);
            out.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>%n".formatted(place[0], place[1], colour));
        } else if (!days.isEmpty()) {
            out.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n"
                    .formatted(at, colour, dashes));
        }
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private static double y(double percent) {
        return TOP + (HEIGHT - BOTTOM - TOP) * (100 - percent) / 100;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
