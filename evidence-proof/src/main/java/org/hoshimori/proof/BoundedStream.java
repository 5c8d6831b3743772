package org.hoshimori.proof;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and hashes what is unpacked, and stops a zip bomb by what really comes out of it. */
final class BoundedStream extends FilterInputStream {

    private final MessageDigest digest = Hash.digest();
    private final Budget budget;
    private long size;

    /** Bytes that may still be unpacked, shared by all files of a package. */
    static final class Budget {
        private long left;

        Budget(long left) {
            this.left = left;
        }

        void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw ProofRefused.of("package.too-large");
            }
        }
    }

    BoundedStream(InputStream in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            counted(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        if (n > 0) {
            counted(into, offset, n);
        }
        return n;
    }

    @Override
    public long skip(long n) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end; then the file's size and SHA-256 are known. */
    Manifest.FileMark drain() throws IOException {
        transferTo(java.io.OutputStream.nullOutputStream());
        return new Manifest.FileMark(Hash.of(digest.digest()), size);
    }

    private void counted(byte[] bytes, int offset, int n) {
        budget.take(n);
        digest.update(bytes, offset, n);
        size += n;
    }
}
