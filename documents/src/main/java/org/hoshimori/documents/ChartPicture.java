package org.hoshimori.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws bars as a PNG, 300 dots an inch at the width of the page's text, in the documents' own font. */
final class ChartPicture {

    /** Width of the text on A4 between our margins, in millimetres. */
    static final int WIDTH = 166;

    /** Told apart by brightness too, for whoever does not see or print colours. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0017c1),
            new Color(0x7fa6f2),
            new Color(0xc74700),
            new Color(0xf2b36b),
            new Color(0x115a36),
            new Color(0x8cc8a5),
            new Color(0x5109ad),
            new Color(0xbfa0e8));

    /** For a few series that grow less grave. */
    private static final List<Color> GRAVITY =
            List.of(new Color(0xc74700), new Color(0xf2b36b), new Color(0x7fa6f2), new Color(0xd3d3d8));

    private static final Color INK = new Color(0x1a1a1c);
    private static final Color QUIET = new Color(0x56565a);
    private static final Color LINE = new Color(0xd3d3d8);
    private static final double DOTS = 300 / 25.4;
    private static final double POINT = 25.4 / 72;
    private static final double LEGEND = 9;
    private static final int TICKS = 4;

    private static final Font FONT = font();

    private final BarChart chart;
    private final double height;
    private final BufferedImage image;
    private final Graphics2D out;
    private final FontMetrics letters;

    private ChartPicture(BarChart chart) {
        this.chart = chart;
        this.height = chart.height();
        this.image = new BufferedImage(
                (int) Math.round(WIDTH * DOTS), (int) Math.round(height * DOTS), BufferedImage.TYPE_INT_RGB);
        this.out = image.createGraphics();
        out.setColor(Color.WHITE);
        out.fillRect(0, 0, image.getWidth(), image.getHeight());
        out.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        out.scale(DOTS, DOTS);
        out.setFont(FONT.deriveFont((float) (8 * POINT)));
        this.letters = out.getFontMetrics();
    }

    static byte[] of(BarChart chart) {
        ChartPicture picture = new ChartPicture(chart);
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            picture.legend();
            if (chart.lying()) {
                picture.lying();
            } else {
                picture.upright();
            }
            picture.out.dispose();
            ImageIO.write(picture.image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Font font() {
        try {
            return Font.createFont(
                    Font.TRUETYPE_FONT, new ByteArrayInputStream(Resources.bytes("fonts/BIZUDPGothic_400Regular.ttf")));
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Color colour(int series) {
        List<Color> colours = chart.lying() && chart.series().size() > 1 ? GRAVITY : COLOURS;
        return colours.get(series % colours.size());
    }

    private void legend() {
        if (chart.series().size() < 2) {
            return;
        }
        double x = 0;
        for (int s = 0; s < chart.series().size(); s++) {
            out.setColor(colour(s));
            out.fill(new Rectangle2D.Double(x, 1.4, 3, 3));
            out.setColor(INK);
            text(chart.series().get(s).name(), x + 4, 4.1);
            x += 4 + width(chart.series().get(s).name()) + 6;
        }
    }

    private double top() {
        return chart.series().size() < 2 ? 3 : LEGEND;
    }

    private void upright() {
        long most = 1;
        for (int b = 0; b < chart.labels().size(); b++) {
            most = Math.max(most, chart.sum(b));
        }
        long step = step(most);
        long highest = (most + step - 1) / step * step;
        double left = width(number(highest)) + 2;
        double bottom = height - 6;
        double tall = bottom - top();
        out.setStroke(new BasicStroke(0.15f));
        for (long tick = 0; tick <= highest; tick += step) {
            double y = bottom - tall * tick / highest;
            out.setColor(LINE);
            out.draw(new Line2D.Double(left, y, WIDTH, y));
            out.setColor(QUIET);
            text(number(tick), left - 1.5 - width(number(tick)), y + 1);
        }
        double share = (WIDTH - left) / chart.labels().size();
        for (int b = 0; b < chart.labels().size(); b++) {
            double x = left + share * b + share * 0.15;
            double y = bottom;
            for (int s = 0; s < chart.series().size(); s++) {
                double size = tall * chart.series().get(s).numbers().get(b) / highest;
                out.setColor(colour(s));
                out.fill(new Rectangle2D.Double(x, y - size, share * 0.7, size));
                y -= size;
            }
            String label = chart.labels().get(b);
            out.setColor(QUIET);
            text(label, x + share * 0.35 - width(label) / 2, height - 1.6);
        }
        out.setColor(QUIET);
        out.setStroke(new BasicStroke(0.25f));
        out.draw(new Line2D.Double(left, bottom, WIDTH, bottom));
    }

    private void lying() {
        double left = chart.labels().stream().mapToDouble(this::width).max().orElse(0) + 3;
        long most = 1;
        for (int b = 0; b < chart.labels().size(); b++) {
            most = Math.max(most, chart.sum(b));
        }
        double room = WIDTH - left - width(number(most)) - 3;
        for (int b = 0; b < chart.labels().size(); b++) {
            double y = top() + 2 + 9 * b;
            out.setColor(INK);
            text(chart.labels().get(b), left - 2 - width(chart.labels().get(b)), y + 4);
            double x = left;
            for (int s = 0; s < chart.series().size(); s++) {
                double size = room * chart.series().get(s).numbers().get(b) / most;
                out.setColor(colour(s));
                out.fill(new Rectangle2D.Double(x, y, size, 6));
                x += size;
            }
            out.setColor(INK);
            text(number(chart.sum(b)), x + 1.5, y + 4);
        }
        out.setColor(QUIET);
        out.setStroke(new BasicStroke(0.25f));
        out.draw(new Line2D.Double(left, top(), left, height - 2));
    }

    /** A round number, so that so many of it and a few more reach to the highest bar. */
    private static long step(long most) {
        double rough = Math.max(1, most / (double) TICKS);
        long power = (long) Math.pow(10, Math.floor(Math.log10(rough)));
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private double width(String words) {
        return letters.getStringBounds(words, out).getWidth();
    }

    private void text(String words, double x, double y) {
        out.drawString(words, (float) x, (float) y);
    }
}
