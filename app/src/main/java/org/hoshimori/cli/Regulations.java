package org.hoshimori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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
    private static final int MAX_BYTES = 16 * 1024 * 1024;

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

    /** A file's text, refused if it is larger than any tailoring can be, no file, or not UTF-8. */
    static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Refused("is-a-folder", file.toString());
        }
        byte[] content;
        // Bounded while reading: a pipe or device does not say how long it is.
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        if (content.length > MAX_BYTES) {
            throw new Refused("too-large", file.toString(), Integer.toString(MAX_BYTES / 1024 / 1024));
        }
        return decoded(file, content);
    }

    private static String decoded(Path file, byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new Refused("not-utf-8", file + ":" + line + ":" + column);
        }
        return text;
    }
}
