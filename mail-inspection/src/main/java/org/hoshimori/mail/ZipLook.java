package org.hoshimori.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks into a zip archive, which an Office document is too. Encrypted ones list their names. */
final class ZipLook {

    private static final long BOMB_RATIO = 200;
    private static final long BOMB_SIZE = 1_000_000_000;
    private static final Pattern EXTERNAL = Pattern.compile(
            "(?s)<Relationship\\b[^>]*?Type=\"[^\"]*/([A-Za-z]+)\"[^>]*?Target=\"([^\"]*)\"[^>]*?TargetMode=\"External\"");
    private static final Pattern EXTERNAL_EARLY = Pattern.compile(
            "(?s)<Relationship\\b(?=[^>]*TargetMode=\"External\")(?=[^>]*Type=\"[^\"]*/([A-Za-z]+)\")(?=[^>]*Target=\"([^\"]*)\")");

    private final FileLooker into;
    private final Limits limits;

    ZipLook(FileLooker into, Limits limits) {
        this.into = into;
        this.limits = limits;
    }

    void look(byte[] content, int depth) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setCharset(Charset.forName("windows-31j"))
                .setUseUnicodeExtraFields(true)
                .get()) {
            int seen = 0;
            long whole = 0;
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries();
                    all.hasMoreElements() && seen < limits.entries();
                    seen++) {
                ZipArchiveEntry entry = all.nextElement();
                whole += Math.max(0, entry.getSize());
                boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
                if (encrypted) {
                    into.trait(FileLook.Trait.ENCRYPTED);
                }
                if (!entry.isDirectory()) {
                    entry(zip, entry, encrypted, depth);
                }
            }
            if (whole > BOMB_SIZE || (whole > content.length * BOMB_RATIO && whole > 50_000_000)) {
                into.trait(FileLook.Trait.BOMB);
            }
        }
    }

    private void entry(ZipFile zip, ZipArchiveEntry entry, boolean encrypted, int depth) throws IOException {
        String name = entry.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("vbaproject.bin")) {
            into.trait(FileLook.Trait.MACRO);
        } else if (lower.contains("/embeddings/") && !lower.endsWith(".xlsx") && !lower.endsWith("/")) {
            into.trait(FileLook.Trait.EMBEDDED_FILE);
        }
        int room = into.room(depth);
        boolean office = isOfficePart(lower);
        if (office && !lower.endsWith(".rels")) {
            return;
        }
        if (encrypted || room == 0 || !zip.canReadEntryData(entry)) {
            into.name(name);
            return;
        }
        // Of a large entry the beginning is enough to see what it is.
        int want = entry.getSize() >= 0 && entry.getSize() <= room ? (int) entry.getSize() : Math.min(room, 4_096);
        byte[] start;
        try (InputStream in = zip.getInputStream(entry)) {
            start = in.readNBytes(want);
        }
        into.unpacked(start.length);
        if (office) {
            relationships(new String(start, StandardCharsets.UTF_8));
        } else {
            into.file(name, start, depth + 1);
        }
    }

    private static boolean isOfficePart(String name) {
        return name.equals("[content_types].xml")
                || name.endsWith(".rels")
                || name.matches("(word|xl|ppt|docprops|customxml|_rels)/.*");
    }

    private void relationships(String xml) {
        for (Pattern pattern : new Pattern[] {EXTERNAL, EXTERNAL_EARLY}) {
            Matcher each = pattern.matcher(xml);
            int count = 0;
            while (each.find() && count++ < 500) {
                Url.of(each.group(2)).ifPresent(into::link);
                if (each.group(1).matches("attachedTemplate|oleObject|frame|subDocument")
                        && each.group(2).matches("(?i)(https?:|\\\\\\\\|file:////|mhtml:).*")) {
                    into.trait(FileLook.Trait.EXTERNAL_TEMPLATE);
                }
            }
        }
    }
}
