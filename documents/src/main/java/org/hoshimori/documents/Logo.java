package org.hoshimori.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A company's logo, PNG or JPEG; its size is read, its pixels are not. */
public final class Logo {

    /** Beyond this a cover would only grow heavy. */
    private static final int MAX_BYTES = 5_000_000;

    private static final int MAX_SIDE = 20_000;

    private final byte[] bytes;
    private final boolean png;
    private final int width;
    private final int height;

    private Logo(byte[] bytes, boolean png, int width, int height) {
        this.bytes = bytes;
        this.png = png;
        this.width = width;
        this.height = height;
    }

    /**
     * Reads a logo.
     *
     * @throws IllegalArgumentException if it is neither PNG nor JPEG, is broken, or has more than 5 MB
     */
    public static Logo of(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new IllegalArgumentException("a logo of more than " + MAX_BYTES + " bytes");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("a logo that is neither PNG nor JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                String kind = reader.getFormatName().toLowerCase(Locale.ROOT);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (!(kind.equals("png") || kind.equals("jpeg")) || width > MAX_SIDE || height > MAX_SIDE) {
                    throw new IllegalArgumentException("a logo that is neither PNG nor JPEG, or is too large");
                }
                return new Logo(file.clone(), kind.equals("png"), width, height);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a logo that cannot be read", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean isPng() {
        return png;
    }

    /** Width in units of which the given height has {@code height}, at most {@code most}. */
    double widthAt(double height, double most) {
        return Math.min(most, height * this.width / this.height);
    }

    /** Height that goes with {@link #widthAt}. */
    double heightAt(double height, double most) {
        return widthAt(height, most) * this.height / this.width;
    }

    String asDataUri() {
        return "data:image/" + (png ? "png" : "jpeg") + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
    }
}
