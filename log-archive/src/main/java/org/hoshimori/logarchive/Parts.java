package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hoshimori.logarchive.Entry.Sealed;

/**
 * Import in many places at once: each file is read where there is time for it into a small archive of its own below the great one's
 * {@code tmp/}, and its closed files are taken over under the great one's manifest. What nobody takes over never counted.
 */
public final class Parts {

    private static final String NAME = "part-";
    private static final Duration ABANDONED = Duration.ofDays(2);

    private Parts() {}

    /** Files that have something in them that the archive has not, and nothing that it has: those can be read elsewhere. */
    public static List<Path> fresh(Archive archive, List<Path> paths) throws IOException {
        sweep(archive);
        Manifest manifest = archive.manifest();
        List<Path> fresh = new ArrayList<>();
        for (Path file : LogFiles.of(paths)) {
            if (Known.of(manifest, Importing.look(file), file).length() == 0) {
                fresh.add(file);
            }
        }
        return fresh;
    }

    /** Reads a file into a small archive; says where that is. */
    public static Path read(Path archive, Importing.Options options, Path file, Consumer<Importing.Outcome> told)
            throws IOException {
        Path part = archive.toAbsolutePath().resolve("tmp").resolve(NAME + UUID.randomUUID());
        Importing.run(Archive.create(part), options, List.of(file), told);
        return part;
    }

    /** Takes a small archive's files over; true if it was, false if the archive has got the same content meanwhile. */
    public static boolean takeOver(Archive archive, Path part) throws IOException {
        List<Entry> entries = Archive.open(part).manifest().entries();
        boolean taken = true;
        try (Archive.Writing writing = archive.write()) {
            for (Entry entry : entries) {
                if (entry instanceof Entry.Imported imported) {
                    taken &= one(archive, writing.manifest(), part, imported);
                }
            }
        }
        delete(part);
        return taken;
    }

    private static boolean one(Archive archive, Manifest manifest, Path part, Entry.Imported imported)
            throws IOException {
        boolean known = manifest.entries().stream()
                .anyMatch(e -> e instanceof Entry.Imported before
                        && before.origin().content().equals(imported.origin().content()));
        if (known) {
            return false;
        }
        long number = manifest.nextNumber();
        List<Sealed> files = new ArrayList<>();
        for (Sealed file : imported.files()) {
            String path =
                    file.path().replaceAll("[0-9]+\\.parquet$", String.format(Locale.ROOT, "%09d.parquet", number));
            Files.move(part.resolve(file.path()), archive.made(path), StandardCopyOption.ATOMIC_MOVE);
            files.add(new Sealed(
                    path, file.rows(), file.bytes(), file.sha256(), file.first(), file.last(), file.hours()));
        }
        Hashes.syncFolder(archive.tmp());
        manifest.append(new Entry.Imported(
                number,
                manifest.head(),
                Instant.now(),
                imported.source(),
                imported.format(),
                imported.origin(),
                files,
                imported.aside(),
                imported.aheadMicros(),
                imported.behindMicros()));
        archive.place(files);
        return true;
    }

    /** What broken runs left behind. */
    private static void sweep(Archive archive) throws IOException {
        try (Stream<Path> all = Files.list(archive.tmp())) {
            for (Path part : all.filter(Files::isDirectory)
                    .filter(p -> String.valueOf(p.getFileName()).startsWith(NAME))
                    .toList()) {
                if (Files.getLastModifiedTime(part)
                        .toInstant()
                        .isBefore(Instant.now().minus(ABANDONED))) {
                    delete(part);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
