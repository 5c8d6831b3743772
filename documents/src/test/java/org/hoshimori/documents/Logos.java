package org.hoshimori.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Logos drawn on the spot. */
final class Logos {

    private Logos() {}

    static Logo company() {
        return Logo.of(png());
    }

    static byte[] png() {
        BufferedImage image = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 600, 200);
        g.setColor(new Color(0x0017C1));
        g.fillOval(20, 20, 160, 160);
        g.setColor(Color.WHITE);
        g.fillOval(70, 10, 120, 120);
        g.setColor(new Color(0x333333));
        g.fillRect(220, 70, 340, 20);
        g.fillRect(220, 110, 240, 20);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
