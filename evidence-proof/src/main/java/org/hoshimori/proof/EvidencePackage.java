package org.hoshimori.proof;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An exported package, open for reading. Trusts nothing in it: names, sizes and counts are checked as they come. */
public final class EvidencePackage implements AutoCloseable {

    private static final int LARGEST_SMALL_FILE = 16 << 20;

    private final Path path;
    private final ZipFile zip;
    private final PackageLimits limits;
    private final BoundedStream.Budget budget;
    private final Map<String, ZipEntry> files = new TreeMap<>();
    private final Manifest manifest;

    private EvidencePackage(Path path, ZipFile zip, PackageLimits limits) throws IOException {
        this.path = path;
        this.zip = zip;
        this.limits = limits;
        this.budget = new BoundedStream.Budget(limits.unpacked(Files.size(path)));
        list();
        this.manifest = Manifest.read(small(Manifest.NAME));
    }

    /**
     * Opens a package.
     *
     * @throws ProofRefused it is no package, of an unknown version, larger than the limits, or with names that climb out
     */
    public static EvidencePackage open(Path path, PackageLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new ProofRefused(path.toString(), 0, 0, Problem.of("package.not-zip"));
        }
        try {
            return new EvidencePackage(path, zip, limits);
        } catch (ProofRefused e) {
            zip.close();
            throw e.in(path.toString(), 0);
        } catch (ZipException | EOFException e) {
            zip.close();
            throw new ProofRefused(path.toString(), 0, 0, Problem.of("package.not-zip"));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** What the package says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** The public keys it brings; refuses files there that are not keys. */
    public PublicKeys keys() throws IOException {
        PublicKeys keys = PublicKeys.none();
        for (String name : files.keySet()) {
            if (name.startsWith(PackageNames.KEYS)) {
                keys = keys.and(PublicKeys.parse(new String(small(name), StandardCharsets.US_ASCII)));
            }
        }
        return keys;
    }

    /**
     * Verifies all of it.
     *
     * @param trusted the keys that the verifier got another way; null takes those of the package, and says so
     * @param witnesses heads that someone kept
     * @throws ProofRefused it unpacks to more than the limits allow
     */
    public Report verify(@Nullable PublicKeys trusted, List<SignedHead> witnesses) throws IOException {
        try {
            return new PackageCheck(this, trusted, witnesses).run();
        } catch (ProofRefused e) {
            throw e.in(path.toString(), 0);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    Map<String, ZipEntry> files() {
        return Collections.unmodifiableMap(files);
    }

    int longestLine() {
        return limits.lineBytes();
    }

    BoundedStream stream(String name) throws IOException {
        ZipEntry entry = files.get(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw ProofRefused.of("package.no-file", name);
        }
        return new BoundedStream(new BufferedInputStream(in), budget);
    }

    private byte[] small(String name) throws IOException {
        try (InputStream in = stream(name)) {
            byte[] bytes = in.readNBytes(LARGEST_SMALL_FILE + 1);
            if (bytes.length > LARGEST_SMALL_FILE) {
                throw ProofRefused.of("package.too-large");
            }
            return bytes;
        }
    }

    private void list() {
        if (zip.size() > limits.files()) {
            throw ProofRefused.of("package.too-many-files", limits.files());
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (PackageNames.unsafe(name)) {
                throw ProofRefused.of("package.name", name);
            }
            if (!entry.isDirectory() && files.put(name, entry) != null) {
                throw ProofRefused.of("package.name-twice", name);
            }
        }
    }
}
