package org.hoshimori.mail;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Messages kept with a lone carriage return at the end of each line, as old Macintosh programs did. */
final class LineEnds extends FilterInputStream {

    private static final int LOOK = 4_096;

    private LineEnds(InputStream in) {
        super(in);
    }

    /** The stream itself, or with line feeds where its beginning has carriage returns only. */
    static InputStream readable(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 65_536);
        buffered.mark(LOOK);
        byte[] start = buffered.readNBytes(LOOK);
        buffered.reset();
        boolean returns = false;
        for (byte each : start) {
            if (each == '\n') {
                return buffered;
            }
            returns |= each == '\r';
        }
        return returns ? new LineEnds(buffered) : buffered;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        return b == '\r' ? '\n' : b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = in.read(bytes, from, length);
        for (int i = from; i < from + n; i++) {
            if (bytes[i] == '\r') {
                bytes[i] = '\n';
            }
        }
        return n;
    }
}
