package org.hoshimori.mail;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What a QR code in a picture says. Large pictures are thinned while they are read, and beyond a bound not read at all. */
final class QrCode {

    private static final int LARGEST_SIDE = 800;
    private static final int LARGEST_FILE = 400_000;
    private static final long MOST_DOTS = 8_000_000;
    private static final int SMALLEST_SIDE = 60;

    private QrCode() {}

    static Optional<String> in(byte[] picture) {
        if (picture.length > LARGEST_FILE) {
            return Optional.empty();
        }
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (!plausible(width, height)) {
                    return Optional.empty();
                }
                int step = 1 + (Math.max(width, height) - 1) / LARGEST_SIDE;
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return in(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the decoders answer broken pictures in many ways
        }
    }

    /** A code has some size, is not a thin line, and no picture needs so many dots to show one. */
    static boolean plausible(int width, int height) {
        return Math.min(width, height) >= SMALLEST_SIDE && (long) width * height <= MOST_DOTS;
    }

    static Optional<String> in(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] dots = new int[width * height];
        image.getRGB(0, 0, width, height, dots, 0, width);
        for (int i = 0; i < dots.length; i++) {
            if (dots[i] >>> 24 == 0) {
                dots[i] = 0xFFFFFFFF; // what is transparent lies on white paper
            }
        }
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
