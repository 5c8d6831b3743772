package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Ways to write what a log may not hold as it is. */
final class Escapes {

    private static final Pattern ZEROS = Pattern.compile("(\\d+)\\.(\\d*?)0*(?![\\d.])");

    private Escapes() {}

    static byte[] hex(byte[] b) {
        return hex(b, 0, b.length);
    }

    /** {@code \x2c} to the byte it stands for; bytes that are no text stay escaped. */
    static byte[] hex(byte[] b, int from, int until) {
        byte[] out = new byte[until - from];
        int n = 0;
        for (int i = from; i < until; i++) {
            if (b[i] == '\\' && i + 3 < until && b[i + 1] == 'x') {
                int high = Character.digit(b[i + 2], 16);
                int low = Character.digit(b[i + 3], 16);
                if (high >= 0 && low >= 0) {
                    out[n++] = (byte) (high * 16 + low);
                    i += 3;
                    continue;
                }
            } else if (b[i] == '\\' && i + 1 < until && b[i + 1] == '\\') {
                i++;
            }
            out[n++] = b[i];
        }
        return Line.text(out, 0, n).replace("\0", "\\x00").getBytes(StandardCharsets.UTF_8);
    }

    /** Decimal numbers without zeros that say nothing: {@code 29.000000} and {@code 29.0} are {@code 29}. */
    static String plain(String numbers) {
        return numbers.indexOf('.') < 0
                ? numbers
                : ZEROS.matcher(numbers)
                        .replaceAll(m -> m.group(2).isEmpty() ? m.group(1) : m.group(1) + "." + m.group(2));
    }

    /** Parts at a separator, nothing left out. */
    static String[] parts(String text, char separator) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == separator) {
                count++;
            }
        }
        String[] parts = new String[count];
        int from = 0;
        for (int p = 0; p < count - 1; p++) {
            int to = text.indexOf(separator, from);
            parts[p] = text.substring(from, to);
            from = to + 1;
        }
        parts[count - 1] = text.substring(from);
        return parts;
    }

    /** Fields of one CSV line; quotes as RFC 4180. */
    static String[] csv(String line, char separator) {
        if (line.indexOf('"') < 0) {
            return parts(line, separator);
        }
        String[] fields = new String[16];
        int n = 0;
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : separator;
            if (quoted && i < line.length()) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                if (n == fields.length) {
                    fields = Arrays.copyOf(fields, n * 2);
                }
                fields[n++] = field.toString();
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        return Arrays.copyOf(fields, n);
    }
}
