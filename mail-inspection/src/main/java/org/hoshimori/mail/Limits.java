package org.hoshimori.mail;

/**
 * How far inspection goes into one message; what lies beyond is named in the result, not silently left out.
 *
 * @param parts parts of a message, nested ones included
 * @param depth levels of parts within parts
 * @param headers fields of one header
 * @param headerLength bytes of one field
 * @param textBytes decoded bytes of text read, over all parts
 * @param attachmentBytes decoded bytes of attachments looked into, over all parts
 * @param entries names read from one archive
 * @param millis after which nothing new is begun
 */
record Limits(
        int parts,
        int depth,
        int headers,
        int headerLength,
        int textBytes,
        int attachmentBytes,
        int entries,
        long millis) {

    static Limits standard() {
        return new Limits(500, 25, 2_000, 200_000, 1_000_000, 24_000_000, 2_000, 1_500);
    }
}
