package org.hoshimori.core.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hoshimori.core.storage.StorageRefused;
import tools.jackson.core.JacksonException;

/** A backup, open for reading. Nothing in it is believed before {@link #check} has passed. */
final class BackupFile implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 64 << 20;

    private final Path path;
    private final ZipFile zip;
    private final byte[] json;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        this.json = small(Manifest.NAME);
        this.manifest = parsed();
    }

    /** Opens a file; refuses what is no backup, cut off, or of a newer format than this version's. */
    static BackupFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new StorageRefused(begins(path) ? "restore-cut-off" : "restore-foreign", path.toString());
        }
        try {
            return new BackupFile(path, zip);
        } catch (ZipException | EOFException e) {
            zip.close();
            throw new StorageRefused("restore-damaged", path.toString(), Manifest.NAME);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Whether it begins as a zip does. */
    private static boolean begins(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return java.util.Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
        }
    }

    private byte[] small(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
            throw new StorageRefused("restore-foreign", path.toString());
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST_MANIFEST);
        }
    }

    private Manifest parsed() {
        String text = new String(json, StandardCharsets.UTF_8);
        if (!text.contains("\"" + Manifest.TYPE + "\"")) {
            throw new StorageRefused(
                    text.contains("\"hoshimori-backup/") ? "restore-newer" : "restore-foreign", path.toString());
        }
        try {
            return Manifest.parse(json);
        } catch (JacksonException e) {
            throw new StorageRefused("restore-damaged", path.toString(), Manifest.NAME);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads all of it once: every part is there, whole, and nothing else is; and these keys made it. */
    void check(BackupKey key) throws IOException {
        if (!key.name().equals(manifest.key())) {
            throw new StorageRefused("restore-other-keys", path.toString());
        }
        byte[] mac = small(Manifest.MAC);
        if (!MessageDigest.isEqual(mac, key.mac(json).getBytes(StandardCharsets.US_ASCII))) {
            throw new StorageRefused("restore-damaged", path.toString(), Manifest.NAME);
        }
        Set<String> named = manifest.parts().stream().map(Manifest.Part::name).collect(Collectors.toSet());
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!named.contains(entry.getName()) && !entry.getName().startsWith("manifest.")) {
                throw new StorageRefused("restore-damaged", path.toString(), entry.getName());
            }
        }
        for (Manifest.Part part : manifest.parts()) {
            if (!whole(part)) {
                throw new StorageRefused("restore-damaged", path.toString(), part.name());
            }
        }
    }

    private boolean whole(Manifest.Part part) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            return false;
        }
        MessageDigest digest = BackupKey.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > part.size()) {
                    return false;
                }
            }
            return size == part.size()
                    && HexFormat.of().formatHex(digest.digest()).equals(part.sha256());
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    /** The content of a part. */
    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new StorageRefused("restore-damaged", path.toString(), name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
