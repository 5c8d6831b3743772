package org.hoshimori.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kinds of file that matter here, by their first bytes. */
final class Magic {

    private Magic() {}

    static NamedFile.Kind kind(byte[] content) {
        if (content.length == 0) {
            return NamedFile.Kind.UNKNOWN;
        }
        String start = new String(content, 0, Math.min(512, content.length), StandardCharsets.ISO_8859_1);
        if ((start.startsWith("MZ") && content.length > 64)
                || start.startsWith("\u007fELF")
                || start.startsWith("#!/")
                || start.startsWith("\u00ca\u00fe\u00ba\u00be")) {
            return NamedFile.Kind.PROGRAM;
        }
        if (start.startsWith("L\0\0\0\u0001\u0014\u0002\0") || start.startsWith("[InternetShortcut]")) {
            return NamedFile.Kind.SHORTCUT;
        }
        if (start.startsWith("PK\u0003\u0004")
                || start.startsWith("PK\u0005\u0006")
                || start.startsWith("7z\u00bc\u00af")
                || start.startsWith("Rar!")
                || start.startsWith("MSCF")
                || start.startsWith("\u001f\u008b")
                || start.startsWith("BZh")
                || start.startsWith("\u00fd7zXZ\0")
                || start.startsWith("`\u00ea")
                || GzipLook.tar(content)) {
            return NamedFile.Kind.ARCHIVE;
        }
        if (start.startsWith("%PDF") || start.startsWith("\u00d0\u00cf\u0011\u00e0") || start.startsWith("{\\rt")) {
            return NamedFile.Kind.DOCUMENT;
        }
        if (start.startsWith("\u0089PNG")
                || start.startsWith("GIF8")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("BM")) {
            return NamedFile.Kind.PICTURE;
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<script")) {
            return NamedFile.Kind.WEB_PAGE;
        }
        return NamedFile.Kind.OTHER;
    }
}
