package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Looks into a file that is compressed as one stream (gzip, bzip2, xz), and into a tar, within it or by itself. */
final class GzipLook {

    private static final int TAR_MAGIC_AT = 257;
    private static final int BOMB_RATIO = 200;
    private static final int XZ_MEMORY_KIB = 32_768;

    private GzipLook() {}

    static void look(FileLooker into, byte[] content, int depth, Limits limits) throws IOException {
        if (tar(content)) {
            entries(into, content, limits);
            return;
        }
        int room = into.room(depth);
        byte[] inner;
        try (InputStream in = unpacking(content)) {
            inner = in.readNBytes(room);
            if (inner.length == room
                    && room > 0
                    && in.read() >= 0
                    && inner.length > content.length * (long) BOMB_RATIO) {
                into.trait(FileLook.Trait.BOMB);
            }
        }
        into.unpacked(inner.length);
        if (tar(inner)) {
            entries(into, inner, limits);
        } else {
            into.file("", inner, depth + 1);
        }
    }

    private static InputStream unpacking(byte[] content) throws IOException {
        ByteArrayInputStream packed = new ByteArrayInputStream(content);
        return switch (content[0]) {
            case 'B' -> new BZip2CompressorInputStream(packed);
            case (byte) 0xFD -> new XZInputStream(packed, XZ_MEMORY_KIB);
            default -> new GZIPInputStream(packed);
        };
    }

    static boolean tar(byte[] content) {
        return content.length > TAR_MAGIC_AT + 5
                && new String(content, TAR_MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    private static void entries(FileLooker into, byte[] content, Limits limits) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new ByteArrayInputStream(content))) {
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
