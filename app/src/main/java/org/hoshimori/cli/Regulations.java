package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringReader;
import org.jspecify.annotations.Nullable;

/** Finds and reads the tailoring that a command is about. */
final class Regulations {

    static final String FILE = "tailoring.yaml";
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private Regulations() {}

    /** The shipped catalog, tailored by this file, or by {@code tailoring.yaml} here, or not at all if there is none. */
    static Regulation read(@Nullable Path given) throws IOException {
        Path file = file(given);
        return resolve(file == null ? Tailoring.none() : tailoring(file));
    }

    static Regulation resolve(Tailoring tailoring) {
        return Regulation.resolve(catalog(), tailoring);
    }

    static Catalog catalog() {
        return CatalogJson.shipped();
    }

    /** The file meant: a folder means the tailoring in it; nothing given means the one here, if there is one. */
    static @Nullable Path file(@Nullable Path given) {
        if (given == null) {
            Path here = Path.of(FILE);
            return Files.isRegularFile(here) ? here : null;
        }
        return Files.isDirectory(given) ? given.resolve(FILE) : given;
    }

    static Tailoring tailoring(Path file) throws IOException {
        return TailoringReader.read(file.toString(), text(file));
    }

    /** A file's text, refused if it is larger than any tailoring can be. */
    static String text(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
            throw new Refused("too-large", file.toString(), Long.toString(MAX_BYTES / 1024 / 1024));
        }
        return Files.readString(file);
    }
}
