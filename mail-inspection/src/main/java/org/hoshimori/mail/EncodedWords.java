package org.hoshimori.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words of a header (RFC 2047), leniently: also inside quotes, with blanks in them, and with a character split over
 * two words of one charset.
 */
final class EncodedWords {

    /** No digit of base64. */
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9+/]");

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,64})\\?([bBqQ])\\?([^?]{0,4000})\\?=");

    private EncodedWords() {}

    static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        Matcher words = WORD.matcher(value);
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        int last = 0;
        while (words.find()) {
            String between = value.substring(last, words.start());
            String next = words.group(1).replaceAll("\\*.*", "");
            boolean joins = pending.size() > 0 && between.isBlank();
            if (!joins || !next.equalsIgnoreCase(charset)) {
                text.append(Charsets.decode(pending.toByteArray(), charset));
                pending.reset();
            }
            if (!joins) {
                text.append(between);
            }
            charset = next;
            byte[] bytes = words.group(2).equalsIgnoreCase("b") ? base64(words.group(3)) : quoted(words.group(3));
            pending.write(bytes, 0, bytes.length);
            last = words.end();
        }
        return text.append(Charsets.decode(pending.toByteArray(), charset))
                .append(value, last, value.length())
                .toString();
    }

    private static byte[] base64(String word) {
        String clean = OTHER.matcher(word).replaceAll("");
        int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, whole));
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(word.length());
        byte[] in = word.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (in[i] == '=' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(in[i] == '_' ? ' ' : in[i]);
            }
        }
        return out.toByteArray();
    }
}
