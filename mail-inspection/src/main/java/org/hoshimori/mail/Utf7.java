package org.hoshimori.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** UTF-7 (RFC 2152), which Java does not know and some old mail programs still write. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(in.length());
        int i = 0;
        while (i < in.length()) {
            char c = in.charAt(i++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int end = i;
            while (end < in.length() && isBase64(in.charAt(end))) {
                end++;
            }
            out.append(end == i ? "+" : shifted(in.substring(i, end)));
            i = end < in.length() && in.charAt(end) == '-' ? end + 1 : end;
        }
        return out.toString();
    }

    private static String shifted(String base64) {
        int whole = base64.length() % 4 == 1 ? base64.length() - 1 : base64.length();
        byte[] utf16 = Base64.getDecoder().decode(base64.substring(0, whole));
        return new String(utf16, 0, utf16.length / 2 * 2, StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
