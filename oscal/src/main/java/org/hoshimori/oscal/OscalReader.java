package org.hoshimori.oscal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Reads catalogs and profiles from JSON, XML or YAML; the format is told by the content. Files over 64 MB, nested over
 * 100 levels, or with document types or entities of their own are refused.
 */
public final class OscalReader {

    private OscalReader() {}

    /**
     * Reads a catalog or a profile.
     *
     * @throws OscalFormatException if the file can't be read or is neither
     */
    public static OscalDocument read(Path file) {
        return load(file.toString(), bytes(file)).document();
    }

    /**
     * Reads a catalog or a profile from memory; the name stands in messages.
     *
     * @throws OscalFormatException if the content is neither
     */
    public static OscalDocument read(String name, byte[] content) {
        return load(name, content).document();
    }

    /**
     * Reads a catalog.
     *
     * @throws OscalFormatException if the file can't be read or is none
     */
    public static OscalCatalog readCatalog(Path file) {
        if (read(file) instanceof OscalCatalog catalog) {
            return catalog;
        }
        throw new OscalFormatException(file.toString(), 1, 1, "oscal.not-a-catalog");
    }

    /**
     * Reads a profile.
     *
     * @throws OscalFormatException if the file can't be read or is none
     */
    public static Profile readProfile(Path file) {
        if (read(file) instanceof Profile profile) {
            return profile;
        }
        throw new OscalFormatException(file.toString(), 1, 1, "oscal.not-a-profile");
    }

    /** A document, where it came from, on which lines a profile's directives stand, and what in them is unknown. */
    record Loaded(
            OscalDocument document,
            String file,
            IdentityHashMap<Object, Integer> lines,
            List<ResolutionWarning> unknown) {

        /** A document without lines. */
        static Loaded of(OscalDocument document, String name) {
            return new Loaded(document, name, new IdentityHashMap<>(), List.of());
        }

        int line(Object directive) {
            return lines.getOrDefault(directive, 0);
        }
    }

    static Loaded load(String name, byte[] content) {
        Node root = tree(name, content);
        if (root instanceof Node.Fields fields) {
            if (fields.fields().get("catalog") instanceof Node.Fields catalog) {
                return Loaded.of(ModelReader.catalog(new Cursor(name, catalog, "catalog")), name);
            }
            if (fields.fields().get("profile") instanceof Node.Fields profile) {
                ProfileReader reader = new ProfileReader();
                return new Loaded(
                        reader.profile(new Cursor(name, profile, "profile")),
                        name,
                        reader.lines(),
                        UnknownFields.of(name, profile));
            }
        }
        throw new OscalFormatException(name, root.line(), root.column(), "oscal.neither");
    }

    static Node tree(String name, byte[] content) {
        if (content.length > Limits.FILE_SIZE) {
            throw tooLarge(name);
        }
        return switch (OscalFormat.of(content)) {
            case JSON -> JsonTree.read(name, content);
            case XML -> XmlTree.read(name, content);
            case YAML -> YamlTree.read(name, content);
        };
    }

    static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new OscalFormatException(file.toString(), 0, 0, "oscal.no-file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes(Limits.FILE_SIZE + 1);
                if (content.length > Limits.FILE_SIZE) {
                    throw tooLarge(file.toString());
                }
                return content;
            }
        } catch (IOException e) {
            throw new OscalFormatException(file.toString(), 0, 0, "oscal.unreadable");
        }
    }

    private static OscalFormatException tooLarge(String name) {
        return new OscalFormatException(
                name, 0, 0, "oscal.too-large", Integer.toString(Limits.FILE_SIZE / 1024 / 1024));
    }
}
