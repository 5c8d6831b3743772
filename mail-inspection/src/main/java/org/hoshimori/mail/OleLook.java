package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into Office's older files by the names of their streams. */
final class OleLook {

    private static final int DEEPEST = 10;

    private OleLook() {}

    static void look(FileLooker into, byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            walk(into, files.getRoot(), 0);
        } catch (IOException e) {
            into.trait(FileLook.Trait.BROKEN);
        }
    }

    private static void walk(FileLooker into, DirectoryEntry directory, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Iterator<Entry> all = directory.getEntries(); all.hasNext(); ) {
            Entry entry = all.next();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            switch (name) {
                case "_vba_project", "vba", "_vba_project_cur", "macros" -> into.trait(FileLook.Trait.MACRO);
                case "encryptedpackage" -> into.trait(FileLook.Trait.ENCRYPTED);
                case "\u0001ole10native", "package" -> into.trait(FileLook.Trait.EMBEDDED_FILE);
                default -> {}
            }
            if (entry instanceof DirectoryEntry inner) {
                walk(into, inner, depth + 1);
            }
        }
    }
}
