package org.hoshimori.core.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its content first and its name second; what it is called by its sender is not believed. */
final class FileKind {

    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain");
    private static final String OOXML = "application/vnd.openxmlformats";
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FileKind() {}

    /** The media type. */
    static String of(Path file, String name) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Metadata metadata = new Metadata();
            metadata.set("resourceName", name);
            type = TYPES.detect(in, metadata).toString();
        }
        return type.startsWith(OOXML) && !isOoxml(file) ? "application/zip" : type;
    }

    private static boolean isOoxml(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (ZipException e) {
            return false;
        }
    }

    /** Whether a browser may show it instead of saving it. */
    static boolean shown(String type) {
        return SHOWN.contains(type);
    }
}
