package org.hoshimori.mail;

import java.util.Locale;
import java.util.Set;

/**
 * A file by its name and first bytes.
 *
 * @param name the last part of its path
 * @param kind by content; {@link Kind#UNKNOWN} where nothing of it can be read
 */
record NamedFile(String name, Kind kind) {

    /** What a file is by its first bytes. */
    enum Kind {
        PROGRAM,
        SHORTCUT,
        DOCUMENT,
        ARCHIVE,
        PICTURE,
        WEB_PAGE,
        OTHER,
        UNKNOWN
    }

    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "scr",
            "cpl",
            "com",
            "pif",
            "bat",
            "cmd",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "wsh",
            "ps1",
            "psm1",
            "msi",
            "msp",
            "msix",
            "appx",
            "hta",
            "jar",
            "dll",
            "ocx",
            "sys",
            "reg",
            "msc",
            "application",
            "gadget",
            "sct",
            "wsc",
            "chm",
            "xll",
            "run",
            "sh",
            "app",
            "apk",
            "inf",
            "ws",
            "py");
    private static final Set<String> SHORTCUTS = Set.of(
            "lnk",
            "url",
            "scf",
            "desktop",
            "webloc",
            "library-ms",
            "search-ms",
            "searchconnector-ms",
            "appref-ms",
            "website");
    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "rtf", "txt", "csv", "odt", "ods",
            "jtd", "jpg", "jpeg", "png", "gif", "bmp", "tif", "htm", "html", "mp3", "mp4", "zip", "xml", "eml", "msg",
            "log");
    private static final int MANY_BLANKS = 5;

    String extension() {
        String clean = clean();
        int dot = clean.lastIndexOf('.');
        return dot < 0 ? "" : clean.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    boolean program() {
        return kind == Kind.PROGRAM || PROGRAMS.contains(extension());
    }

    boolean shortcut() {
        return kind == Kind.SHORTCUT || SHORTCUTS.contains(extension());
    }

    /** A document's name over a program's content. */
    boolean programAsDocument() {
        return kind == Kind.PROGRAM
                && (DOCUMENTS.contains(extension()) || extension().isEmpty());
    }

    /** A document's or picture's name over contents that a browser or the system would run or unpack. */
    boolean otherThanItsName() {
        boolean picture = extension().matches("jpe?g|png|gif|bmp|tiff?");
        return switch (kind) {
            case PROGRAM, SHORTCUT ->
                picture || (DOCUMENTS.contains(extension()) && !extension().equals("zip"));
            case WEB_PAGE -> picture || extension().matches("pdf|docx?|xlsx?|pptx?");
            case ARCHIVE -> picture || extension().matches("pdf|txt|csv|rtf");
            case DOCUMENT, PICTURE, OTHER, UNKNOWN -> false;
        };
    }

    /** Writing direction turned round within the name, so that its end looks like another. */
    boolean reversed() {
        return name.codePoints().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    boolean longBlanks() {
        int dot = name.lastIndexOf('.');
        int blanks = 0;
        for (int i = dot - 1; i >= 0 && isBlank(name.charAt(i)); i--) {
            blanks++;
        }
        return blanks >= MANY_BLANKS;
    }

    /** A document's extension before the one that counts. */
    boolean doubled() {
        String[] parts = clean().toLowerCase(Locale.ROOT).split("\\.", -1);
        if (parts.length < 3) {
            return false;
        }
        String last = parts[parts.length - 1].strip();
        return DOCUMENTS.contains(parts[parts.length - 2].strip())
                && (PROGRAMS.contains(last)
                        || SHORTCUTS.contains(last)
                        || last.matches("html?|shtml|svg|iso|img|vhdx?"))
                && !(last.equals("js") && parts[parts.length - 2].equals("min"));
    }

    private String clean() {
        return name.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u3164' || c == '\u2800';
    }
}
