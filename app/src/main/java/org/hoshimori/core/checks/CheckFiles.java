package org.hoshimori.core.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.core.storage.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where checks are written: the product's own, and the operator's in a folder. */
@Component
class CheckFiles {

    static final String OWN = "own/";

    private static final Pattern PLACE = Pattern.compile("checks/([a-z]+/[a-z0-9-]+)\\.sql$");
    private static final String SQL = ".sql";
    private static final long LARGEST = 1 << 16;

    private final Path folder;

    CheckFiles(@Value("${hoshimori.data}") Path data, @Value("${hoshimori.checks.folder:}") String folder) {
        this.folder = folder.isEmpty() ? DataFolder.open(data).root().resolve("checks") : Path.of(folder);
    }

    /** The product's own, by name. */
    static Map<String, String> shipped() {
        try {
            Map<String, String> texts = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:checks/*/*.sql")) {
                Matcher place = PLACE.matcher(file.getURL().toString());
                if (place.find()) {
                    texts.put(place.group(1), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operator's, by name; one that is too large to be a check, or is none of ours to read, is empty. */
    Map<String, String> own() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            texts.put(name(file), text(file));
        }
        return texts;
    }

    /** Another text whenever a file has come, gone or been written. */
    String stand() {
        StringBuilder stand = new StringBuilder();
        for (Path file : files()) {
            try {
                stand.append(file.getFileName())
                        .append(Files.size(file))
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            } catch (IOException e) {
                stand.append(file.getFileName()).append("?\n");
            }
        }
        return stand.toString();
    }

    private Iterable<Path> files() {
        if (!Files.isDirectory(folder)) {
            return java.util.List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SQL))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return OWN + name.substring(0, name.length() - SQL.length());
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST ? "" : Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
