package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Looks into a gzip file, or a tar within it. */
final class GzipLook {

    private static final int TAR_MAGIC_AT = 257;

    private GzipLook() {}

    static void look(FileLooker into, byte[] content, int depth, Limits limits) throws IOException {
        int room = into.room(depth);
        byte[] inner;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            inner = in.readNBytes(room);
            if (inner.length == room && room > 0 && in.read() >= 0 && inner.length > content.length * 200L) {
                into.trait(FileLook.Trait.BOMB);
            }
        }
        into.unpacked(inner.length);
        boolean tar = inner.length > TAR_MAGIC_AT + 5
                && new String(inner, TAR_MAGIC_AT, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("ustar");
        if (!tar) {
            into.file("", inner, depth + 1);
            return;
        }
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new ByteArrayInputStream(inner))) {
            int seen = 0;
            for (TarArchiveEntry each = entries.getNextEntry();
                    each != null && seen++ < limits.entries();
                    each = entries.getNextEntry()) {
                if (!each.isDirectory()) {
                    into.name(each.getName());
                }
            }
        }
    }
}
