package org.hoshimori.core.sheets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds in which encoding a text is: by its mark, otherwise UTF-8, Shift_JIS as Windows writes it (① and 髙 included), UTF-16 without
 * a mark, EUC-JP or ISO-2022-JP. Bytes that are none of them are refused by their line, never guessed at.
 */
final class Encodings {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");
    private static final String MARK = "\uFEFF";
    private static final String ESCAPE = "\u001B$";

    /** What a table has at least: a separator and a second line. */
    private static final Pattern TABLE = Pattern.compile("[,;\\t][^\\n]*\\n");

    private Encodings() {}

    /**
     * A text, or how far it could be read.
     *
     * @param wrong the byte at which reading stopped; -1 if it did not
     */
    private record Decoded(String text, int wrong) {

        boolean whole() {
            return wrong < 0 && text.indexOf('\0') < 0;
        }
    }

    static String text(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return needed(bytes, decoded(bytes, StandardCharsets.UTF_16));
        }
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return needed(bytes, decoded(bytes, StandardCharsets.UTF_8)).substring(MARK.length());
        }
        if (zeros(bytes)) {
            return withoutMark(bytes);
        }
        Decoded utf8 = decoded(bytes, StandardCharsets.UTF_8);
        if (utf8.whole()) {
            Decoded old = utf8.text().contains(ESCAPE) ? decoded(bytes, ISO_2022_JP) : utf8;
            return old.whole() ? old.text() : utf8.text();
        }
        Decoded windows = decoded(bytes, SHIFT_JIS);
        Decoded unix = decoded(bytes, EUC_JP);
        if (unix.whole() && (!windows.whole() || narrowKana(windows.text()) > narrowKana(unix.text()))) {
            return unix.text();
        }
        return windows.whole()
                ? windows.text()
                : needed(
                        bytes,
                        List.of(utf8, windows, unix).stream()
                                .max(Comparator.comparingInt(Decoded::wrong))
                                .orElse(utf8));
    }

    /** Half of UTF-16 text in which commas and ends of lines stand are zeros. */
    private static String withoutMark(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Decoded decoded = bytes.length % 2 == 0 ? decoded(bytes, charset) : new Decoded("", 0);
            if (decoded.whole()
                    && TABLE.matcher(decoded.text()).find()
                    && decoded.text().codePoints().allMatch(Encodings::written)) {
                return decoded.text();
            }
        }
        throw new Unreadable(SheetFile.Problem.NO_TABLE, "");
    }

    private static boolean written(int letter) {
        return letter >= ' '
                ? Character.isDefined(letter) && Character.getType(letter) != Character.PRIVATE_USE
                : letter == '\n' || letter == '\r' || letter == '\t';
    }

    private static boolean zeros(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Read as Shift_JIS, EUC-JP turns to half-width katakana. */
    private static long narrowKana(String text) {
        return text.chars().filter(c -> c >= 0xFF61 && c <= 0xFF9F).count();
    }

    private static String needed(byte[] bytes, Decoded decoded) {
        if (decoded.wrong() < 0) {
            if (!decoded.whole()) {
                throw new Unreadable(SheetFile.Problem.NO_TABLE, "");
            }
            return decoded.text();
        }
        int line = 1;
        for (int i = 0; i < decoded.wrong(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        throw new Unreadable(SheetFile.Problem.ENCODING, Sheet.at(0, line));
    }

    private static Decoded decoded(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        boolean failed =
                decoder.decode(in, out, true).isError() || decoder.flush(out).isError();
        return new Decoded(out.flip().toString(), failed ? in.position() : -1);
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) with[i]) {
                return false;
            }
        }
        return true;
    }
}
