package org.hoshimori.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, each ended by one LF, none longer than a bound. */
final class Lines {

    private final InputStream in;
    private final int longest;
    private boolean torn;

    /** Give a buffered stream. */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end, or null after the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int b;
        while ((b = in.read()) >= 0) {
            if (b == '\n') {
                return line.toByteArray();
            }
            if (line.size() >= longest) {
                throw ProofRefused.of("lines.too-long", longest);
            }
            line.write(b);
        }
        torn = line.size() > 0;
        return torn ? line.toByteArray() : null;
    }

    /** Whether the line returned last had no end. */
    boolean torn() {
        return torn;
    }
}
