package org.hoshimori.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A structured header value such as {@code text/plain; charset=x}, with RFC 2231 continuations and what breaks it. */
record Parameters(String value, Map<String, String> all) {

    private static final int MOST = 100;

    static Parameters parse(String raw) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> split = new LinkedHashMap<>();
        int from = 0;
        String value = "";
        boolean first = true;
        while (from <= raw.length() && plain.size() + split.size() < MOST) {
            int end = endOfPiece(raw, from);
            String piece = raw.substring(from, end).strip();
            if (first) {
                value = piece.toLowerCase(Locale.ROOT);
                first = false;
            } else {
                read(piece, plain, split);
            }
            from = end + 1;
        }
        split.forEach((name, pieces) -> plain.put(name, join(pieces)));
        return new Parameters(value, Map.copyOf(plain));
    }

    /** The parameter as people read it; empty if there is none. */
    String get(String name) {
        return EncodedWords.decode(all.getOrDefault(name, ""));
    }

    private static void read(String piece, Map<String, String> plain, Map<String, TreeMap<Integer, String>> split) {
        int equals = piece.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = unquote(piece.substring(equals + 1).strip());
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, value);
            return;
        }
        String index = name.substring(star + 1).replace("*", "");
        boolean encoded = name.endsWith("*");
        int number = index.matches("\\d{1,3}") ? Integer.parseInt(index) : 0;
        split.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>()).put(number, (encoded ? "%" : " ") + value);
    }

    private static String join(TreeMap<Integer, String> pieces) {
        String charset = "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean first = true;
        for (String piece : pieces.values()) {
            String text = piece.substring(1);
            boolean encoded = piece.charAt(0) == '%';
            if (first && encoded) {
                int one = text.indexOf('\'');
                int two = one < 0 ? -1 : text.indexOf('\'', one + 1);
                if (two > 0) {
                    charset = text.substring(0, one);
                    text = text.substring(two + 1);
                }
            }
            bytes.writeBytes(encoded ? percent(text) : text.getBytes(StandardCharsets.UTF_8));
            first = false;
        }
        return Charsets.decode(bytes.toByteArray(), charset);
    }

    private static byte[] percent(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (in[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }

    private static String unquote(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        int end = value.lastIndexOf('"');
        return value.substring(1, end > 0 ? end : value.length()).replace("\\\"", "\"");
    }

    private static int endOfPiece(String raw, int from) {
        boolean quoted = false;
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return raw.length();
    }
}
