package org.hoshimori.core.factors;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path, a square of 1 × 1 for each dark module.
 *
 * @param size of the picture with its margin, in modules
 * @param path for the attribute {@code d}
 */
record QrPicture(int size, String path) {

    /** White around the code, as ISO/IEC 18004 asks for. */
    private static final int MARGIN = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(',')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * MARGIN, path.toString());
    }
}
