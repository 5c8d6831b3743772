package org.hoshimori.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The JSON Canonicalization Scheme, RFC 8785: one value has one spelling, so that its bytes can be hashed. */
public final class CanonicalJson {

    /** The largest whole number up to which a double holds each: 2^53 - 1. */
    static final long LARGEST_WHOLE = 9_007_199_254_740_991L;

    private static final int LARGEST = 16 << 20;

    private CanonicalJson() {}

    /**
     * Reads any JSON text in UTF-8, canonical or not.
     *
     * @throws ProofRefused with line and column: not UTF-8, not JSON, a name twice, a lone surrogate, a number beyond a
     *     double, more than 64 levels, more than 16 MiB
     */
    public static Json parse(byte[] utf8) {
        if (utf8.length > LARGEST) {
            throw ProofRefused.of("json.too-large", LARGEST);
        }
        try {
            return new JsonParser(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString())
                    .document();
        } catch (CharacterCodingException e) {
            throw ProofRefused.of("json.not-utf-8");
        }
    }

    /** Reads a text that must be spelt canonically to the byte; else refuses like {@link #parse}. */
    public static Json parseCanonical(byte[] utf8) {
        Json value = parse(utf8);
        if (!Arrays.equals(bytes(value), utf8)) {
            throw ProofRefused.of("json.not-canonical");
        }
        return value;
    }

    /** The canonical spelling in UTF-8. */
    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical spelling. */
    public static String text(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Obj(var members) -> {
                out.append('{');
                String comma = "";
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    out.append(comma);
                    quote(member.getKey(), out);
                    write(member.getValue(), out.append(':'));
                    comma = ",";
                }
                out.append('}');
            }
            case Json.Arr(var values) -> {
                out.append('[');
                String comma = "";
                for (Json each : values) {
                    write(each, out.append(comma));
                    comma = ",";
                }
                out.append(']');
            }
            case Json.Str(var text) -> quote(text, out);
            case Json.Num(var number) -> out.append(JsonNumber.text(number));
            case Json.Bool(var truth) -> out.append(truth);
            case Json.Null() -> out.append("null");
        }
    }

    /** RFC 8785 3.2.2.2: only what must be escaped is, and in its shortest form. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
