package org.hoshimori.oscal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes catalogs and profiles, indented and always the same for the same document; lines end with a line feed. */
public final class OscalWriter {

    private OscalWriter() {}

    /** The document as a file's content, UTF-8. */
    public static byte[] write(OscalDocument document, OscalFormat format) {
        Map<String, Object> root = ModelWriter.document(document);
        String text = switch (format) {
            case JSON -> JsonWriter.write(root);
            case XML ->
                root.entrySet().stream()
                        .map(e -> XmlWriter.write(e.getKey(), e.getValue()))
                        .findFirst()
                        .orElseThrow();
            case YAML -> YamlWriter.write(root);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the document to a file; one that is there is replaced. */
    public static void write(OscalDocument document, OscalFormat format, Path file) throws IOException {
        Files.write(file, write(document, format));
    }
}
