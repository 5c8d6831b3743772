package org.hoshimori.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.arj.ArjArchiveEntry;
import org.apache.commons.compress.archivers.arj.ArjArchiveInputStream;

/** Looks into a file and what is within it, as far as its limits go; never unpacks to disk, never runs or loads anything. */
final class FileLooker {

    private static final int DEEPEST = 3;
    private static final int LARGEST_ENTRY = 4_000_000;
    private static final int LARGEST_PAGE = 1_000_000;

    private final Limits limits;
    private final List<NamedFile> names = new ArrayList<>();
    private final Set<FileLook.Trait> traits = EnumSet.noneOf(FileLook.Trait.class);
    private final List<Url> links = new ArrayList<>();
    private final long until;
    private int unpackLeft = 16_000_000;

    FileLooker(Limits limits) {
        this.limits = limits;
        this.until = System.nanoTime() + limits.millis() * 1_000_000;
    }

    FileLook look(Attachment attachment) {
        file(attachment.name(), attachment.content(), 0);
        if (!names.isEmpty() && names.getFirst().otherThanItsName()) {
            traits.add(FileLook.Trait.TYPE_MISMATCH);
        }
        return new FileLook(attachment, names, traits, links);
    }

    /** A file whose content, or the beginning of it, is at hand. */
    void file(String path, byte[] content, int depth) {
        NamedFile.Kind kind = Magic.kind(content);
        name(path, kind);
        String extension = names.isEmpty() ? "" : names.getLast().extension();
        try {
            switch (kind) {
                case ARCHIVE -> archive(content, depth);
                case DOCUMENT -> document(content);
                case WEB_PAGE -> page(content);
                case OTHER, UNKNOWN -> {
                    if (extension.matches("iso|img") || IsoNames.isIso(content)) {
                        IsoNames.in(content, limits.entries()).forEach(this::name);
                    } else if (extension.matches("s?html?|svg|xhtml|mht")) {
                        page(content);
                    } else if (extension.matches("ics|vcs|txt|csv")) {
                        addresses(content);
                    } else if (extension.equals("lzh")) {
                        ArchiveNames.lha(content, limits.entries()).forEach(this::name);
                    }
                }
                case PICTURE -> QrCode.in(content).ifPresent(this::qrCode);
                case PROGRAM, SHORTCUT -> {}
            }
        } catch (RuntimeException | java.io.IOException e) {
            traits.add(FileLook.Trait.BROKEN); // the libraries answer what they can't read in many ways
        }
    }

    private void archive(byte[] content, int depth) throws java.io.IOException {
        traits.add(FileLook.Trait.ARCHIVE);
        switch (content[0]) {
            case 'P' -> new ZipLook(this, limits).look(content, depth);
            case '7' -> SevenZipLook.look(this, content, limits);
            case 'R' -> {
                ArchiveNames.Listing rar = ArchiveNames.rar(content, limits.entries());
                rar.names().forEach(this::name);
                if (rar.encrypted()) {
                    traits.add(FileLook.Trait.ENCRYPTED);
                }
            }
            case 0x60 -> arj(content);
            case 'M' -> ArchiveNames.cabinet(content, limits.entries()).forEach(this::name);
            default -> GzipLook.look(this, content, depth, limits);
        }
    }

    private void arj(byte[] content) throws java.io.IOException {
        try (ArjArchiveInputStream entries = new ArjArchiveInputStream(new java.io.ByteArrayInputStream(content))) {
            int seen = 0;
            for (ArjArchiveEntry each = entries.getNextEntry();
                    each != null && seen++ < limits.entries();
                    each = entries.getNextEntry()) {
                name(each.getName());
            }
        }
    }

    private void document(byte[] content) {
        if (content[0] == '%') {
            PdfLook.look(this, content);
        } else if (content[0] == '{') {
            String text = new String(content, 0, Math.min(content.length, LARGEST_PAGE), StandardCharsets.ISO_8859_1);
            if (text.contains("\\objdata") || text.contains("\\objupdate")) {
                traits.add(FileLook.Trait.EMBEDDED_FILE);
            }
            if (text.contains("\\*\\template http")) {
                traits.add(FileLook.Trait.EXTERNAL_TEMPLATE);
            }
        } else {
            OleLook.look(this, content);
        }
    }

    /** A page that a browser would open. */
    private void page(byte[] content) {
        byte[] kept = content.length > LARGEST_PAGE ? java.util.Arrays.copyOf(content, LARGEST_PAGE) : content;
        String html = Charsets.decode(kept, "");
        Page page = PageReader.read(new Mail(Headers.NONE, "", html, List.of(), List.of(), false, Set.of()));
        if (page.asksSecret()) {
            traits.add(FileLook.Trait.SECRET_FORM);
        }
        String lower = html.toLowerCase(Locale.ROOT);
        if (page.script() || lower.contains("javascript:") || lower.contains("onload=")) {
            traits.add(FileLook.Trait.SCRIPT);
        }
        page.links().forEach(l -> link(l.url()));
    }

    /** Addresses that stand in a plain text, as in a calendar's invitation. */
    private void addresses(byte[] content) {
        byte[] kept = content.length > LARGEST_PAGE ? java.util.Arrays.copyOf(content, LARGEST_PAGE) : content;
        String text = Charsets.decode(kept, "").replaceAll("\\r?\\n[ \\t]", "");
        Page page = PageReader.read(new Mail(Headers.NONE, text, "", List.of(), List.of(), false, Set.of()));
        page.links().forEach(l -> link(l.url()));
    }

    /** What a code in a picture says; only addresses matter. */
    void qrCode(String words) {
        Url.of(words).filter(Url::web).ifPresent(url -> {
            traits.add(FileLook.Trait.QR_CODE);
            link(url);
        });
    }

    void name(String path) {
        name(path, NamedFile.Kind.UNKNOWN);
    }

    private void name(String path, NamedFile.Kind kind) {
        if (names.size() < limits.entries()) {
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            names.add(new NamedFile(name, kind));
        }
    }

    void trait(FileLook.Trait trait) {
        traits.add(trait);
    }

    void link(Url url) {
        if (url.web() && links.size() < 200) {
            links.add(url);
        }
    }

    /** How many bytes of one more entry may be unpacked; 0 if no more. */
    int room(int depth) {
        return depth >= DEEPEST || System.nanoTime() > until ? 0 : Math.min(LARGEST_ENTRY, unpackLeft);
    }

    void unpacked(int bytes) {
        unpackLeft -= bytes;
    }
}
