package org.hoshimori.core.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hoshimori.core.storage.Unclosed;

/** Writes the one file of a backup, a zip, part by part; the manifest comes last. Streams: nothing of its size is held. */
final class BackupWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final BackupProgress progress;
    private final List<Manifest.Part> parts = new ArrayList<>();

    BackupWriter(OutputStream to, BackupProgress progress) {
        this.zip = new ZipOutputStream(new Unclosed(to), StandardCharsets.UTF_8);
        this.progress = progress;
    }

    /** Writes the content of a part and tells how many rows it has. */
    interface Content {
        long writeTo(OutputStream out) throws IOException;
    }

    void part(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted();
        long rows = content.writeTo(counted);
        zip.closeEntry();
        parts.add(new Manifest.Part(name, HexFormat.of().formatHex(counted.digest.digest()), counted.size, rows));
    }

    void part(String name, InputStream content) throws IOException {
        part(name, out -> {
            content.transferTo(out);
            return 0;
        });
    }

    List<Manifest.Part> parts() {
        return List.copyOf(parts);
    }

    /** Writes the manifest and its MAC; the file is whole then. */
    void finish(Manifest manifest, BackupKey key) throws IOException {
        byte[] json = manifest.bytes();
        zip.putNextEntry(new ZipEntry(Manifest.MAC));
        zip.write(key.mac(json).getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(json);
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts and hashes what passes on into the archive. */
    private final class Counted extends FilterOutputStream {

        private final MessageDigest digest = BackupKey.sha256();
        private long size;

        Counted() {
            super(zip);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            progress.add(length);
            digest.update(bytes, from, length);
            size += length;
            zip.write(bytes, from, length);
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
