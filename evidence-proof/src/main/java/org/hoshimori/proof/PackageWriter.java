package org.hoshimori.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an evidence package while it is read from the record; nothing of the size of the record is kept. Hand over all
 * heads, then all proofs, entries and attachments, each kind together; {@link #finish} writes and signs the manifest.
 */
public final class PackageWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final SealKey key;
    private final Export export;
    private final MessageDigest digest = Hash.digest();
    private final Map<String, Manifest.FileMark> files = new TreeMap<>();
    private final TreeSet<Integer> epochs = new TreeSet<>();
    private @Nullable String open;
    private long size;
    private long first;
    private long last;
    private @Nullable Hash newestHead;

    /**
     * What is exported, and for whom it answers.
     *
     * @param by the id of who exports
     * @param at when, whole microseconds
     * @param complete the record holds nothing later than what is exported
     * @param start the tree of the first entry's epoch before that entry
     * @param headsAfter hash of the head before the first that is exported, if there is one
     */
    public record Export(
            String by,
            Instant at,
            boolean complete,
            Frontier start,
            @Nullable Hash headsAfter) {

        /** All of a record from its first entry. */
        public static Export whole(String by, Instant at) {
            return new Export(by, at, true, Frontier.empty(), null);
        }
    }

    /** Begins a package; {@code keys} are all public keys that its heads and manifest need. */
    public PackageWriter(OutputStream to, SealKey key, PublicKeys keys, Export export) throws IOException {
        this.zip = new ZipOutputStream(to);
        this.key = key;
        this.export = export;
        for (String name : new String[] {PackageNames.README_JA, PackageNames.README_EN}) {
            try (InputStream text = PackageWriter.class.getResourceAsStream(name)) {
                file(name, java.util.Objects.requireNonNull(text));
            }
        }
        PublicKeys all = keys.and(PublicKeys.of(key));
        for (String id : new TreeSet<>(all.ids())) {
            begin(PackageNames.KEYS + id + ".pem");
            write(all.pem(id).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    /** The next head, oldest first. */
    public void head(SignedHead head) throws IOException {
        line(PackageNames.HEADS, head.line().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        newestHead = head.hash();
    }

    /** A proof. */
    public void proof(PackageProof proof) throws IOException {
        line(PackageNames.PROOFS, proof.line());
    }

    /** The next entry by sequence; refuses a detail that is not canonical JSON, which no sound record holds. */
    public void entry(Entry entry) throws IOException {
        line(PackageNames.ENTRIES, EntryLine.write(entry));
        last = entry.header().sequence();
        first = first == 0 ? last : first;
        epochs.add(entry.header().epoch());
    }

    /** An attachment under its SHA-256, which the caller took when it was recorded. */
    public void attachment(Hash name, InputStream content) throws IOException {
        file(PackageNames.ATTACHMENTS + name.hex(), content);
    }

    /** Writes the manifest and ends the archive; the stream below stays open. */
    public Manifest finish() throws IOException {
        for (String name : new String[] {PackageNames.HEADS, PackageNames.PROOFS, PackageNames.ENTRIES}) {
            if (!files.containsKey(name) && !name.equals(open)) {
                begin(name);
            }
        }
        end();
        Manifest manifest = new Manifest(
                        export.by(),
                        export.at(),
                        first == 0 ? 1 : first,
                        last,
                        java.util.List.copyOf(epochs),
                        export.complete(),
                        export.start(),
                        export.headsAfter(),
                        newestHead,
                        files,
                        "",
                        "")
                .signed(key);
        begin(Manifest.NAME);
        write(manifest.bytes());
        zip.finish();
        return manifest;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void line(String name, byte[] line) throws IOException {
        if (!name.equals(open)) {
            begin(name);
        }
        write(line);
        write(new byte[] {'\n'});
    }

    private void file(String name, InputStream content) throws IOException {
        begin(name);
        try (OutputStream counted = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            byte[] buffer = new byte[8192];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                counted.write(buffer, 0, n);
                zip.write(buffer, 0, n);
                size += n;
            }
        }
    }

    private void begin(String name) throws IOException {
        end();
        if (files.containsKey(name)) {
            throw new IllegalStateException(name + " was already ended");
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(export.at(), ZoneOffset.UTC));
        zip.putNextEntry(entry);
        open = name;
    }

    private void end() throws IOException {
        if (open != null) {
            zip.closeEntry();
            files.put(open, new Manifest.FileMark(Hash.of(digest.digest()), size));
            open = null;
            size = 0;
        }
    }

    private void write(byte[] bytes) throws IOException {
        digest.update(bytes);
        zip.write(bytes);
        size += bytes.length;
    }
}
