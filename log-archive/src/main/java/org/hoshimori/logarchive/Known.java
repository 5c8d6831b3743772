package org.hoshimori.logarchive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.logarchive.Entry.Origin;

/**
 * How much of a file the archive has already, told by content only: its beginning may have been imported under another name, packed
 * otherwise, or before it grew.
 *
 * @param length bytes of the unpacked file
 * @param lines lines in them
 */
record Known(long length, long lines) {

    private static final Known NOTHING = new Known(0, 0);

    /** @param look the file's first bytes */
    static Known of(Manifest manifest, byte[] look, Path file) throws IOException {
        Map<Integer, String> heads = new HashMap<>();
        TreeMap<Long, Map<String, Origin>> candidates = new TreeMap<>();
        for (Entry entry : manifest.entries()) {
            if (entry instanceof Entry.Imported imported) {
                Origin origin = imported.origin();
                if (origin.headLength() <= look.length
                        && heads.computeIfAbsent(origin.headLength(), n -> Hashes.sha256(look, n))
                                .equals(origin.head())) {
                    candidates
                            .computeIfAbsent(origin.to(), _ -> new HashMap<>())
                            .put(origin.content(), origin);
                }
            }
        }
        return candidates.isEmpty() ? NOTHING : longest(candidates, file);
    }

    private static Known longest(TreeMap<Long, Map<String, Origin>> candidates, Path file) throws IOException {
        Known best = NOTHING;
        MessageDigest digest = Hashes.sha256();
        long at = 0;
        try (InputStream in = Content.open(file)) {
            for (Map.Entry<Long, Map<String, Origin>> candidate : candidates.entrySet()) {
                skip(in, candidate.getKey() - at, digest);
                at = candidate.getKey();
                Origin same = candidate.getValue().get(Hashes.soFar(digest));
                if (same != null) {
                    best = new Known(at, same.lines());
                }
            }
        } catch (EOFException e) {
            return best; // shorter than the rest of them
        }
        return best;
    }

    /** Reads this many bytes into the digest. */
    static void skip(InputStream in, long bytes, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = bytes;
        while (left > 0) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new EOFException();
            }
            digest.update(buffer, 0, got);
            left -= got;
        }
    }
}
