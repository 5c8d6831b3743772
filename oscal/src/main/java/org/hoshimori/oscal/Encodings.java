package org.hoshimori.oscal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which encoding of Unicode a file is in: by its byte order mark, or by the zeros beside its first sign. */
final class Encodings {

    private Encodings() {}

    static Charset unicode(byte[] content) {
        int first = content.length > 0 ? content[0] & 0xFF : 0x20;
        int second = content.length > 1 ? content[1] & 0xFF : 0x20;
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (first == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /** The text without a byte order mark. */
    static String decoded(byte[] content, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
