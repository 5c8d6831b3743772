package org.hoshimori.mail;

import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream, and how long all of it is. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Taken(byte[] bytes, long size, boolean cut) {

    private static final int BUFFER = 16_384;

    /** Keeps at most {@code most} bytes; reads the rest only to count it. */
    static Taken from(InputStream in, int most) throws IOException {
        byte[] kept = in.readNBytes(Math.max(0, most));
        if (kept.length < most) {
            return new Taken(kept, kept.length, false);
        }
        long size = kept.length;
        byte[] rest = new byte[BUFFER];
        for (int n = in.read(rest); n > 0; n = in.read(rest)) {
            size += n;
        }
        return new Taken(kept, size, size > kept.length);
    }
}
