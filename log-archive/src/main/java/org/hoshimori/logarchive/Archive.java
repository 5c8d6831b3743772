package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.logarchive.Entry.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an archive. {@code manifest.jsonl} says what it consists of, {@code rows/} and {@code aside/} hold the files, {@code tmp/}
 * what is on its way. A file counts from the moment that the manifest names it: it is written to {@code tmp}, brought to the disk, named by
 * the manifest, and only then moved to its place; whoever opens the archive next finishes the move that a crash left undone.
 */
public final class Archive {

    /** The version of OCSF whose words the columns are. */
    public static final String OCSF = "1.4.0";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;

    private Archive(Path folder) {
        this.folder = folder;
    }

    /** An archive to write to; made if there is none. */
    public static Archive create(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new ArchiveRefused("logs.not-a-folder", folder.toString());
        }
        Path whole = folder.toAbsolutePath().normalize();
        if (Files.isDirectory(whole) && !Files.exists(whole.resolve("manifest.jsonl")) && !isEmpty(whole)) {
            throw new ArchiveRefused("logs.foreign-folder", folder.toString());
        }
        for (String inner : List.of("rows", "aside", "tmp")) {
            Files.createDirectories(whole.resolve(inner));
        }
        Archive archive = new Archive(whole);
        if (!Files.exists(archive.manifestFile())) {
            Files.createFile(archive.manifestFile());
            Hashes.syncFolder(whole);
        }
        return archive;
    }

    /** An archive that is there. */
    public static Archive open(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.exists(whole.resolve("manifest.jsonl"))) {
            throw new ArchiveRefused("logs.no-archive", folder.toString());
        }
        return new Archive(whole);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.noneMatch(p -> !String.valueOf(p.getFileName()).equals(".lock")
                    && !List.of("rows", "aside", "tmp", "spool", "registers")
                            .contains(String.valueOf(p.getFileName())));
        }
    }

    Path folder() {
        return folder;
    }

    Path manifestFile() {
        return folder.resolve("manifest.jsonl");
    }

    Path tmp() {
        return folder.resolve("tmp");
    }

    Path marksFile() {
        return folder.resolve("marks.jsonl");
    }

    /** The manifest as it is, without waiting for anybody. */
    Manifest manifest() throws IOException {
        return Manifest.read(manifestFile());
    }

    /** Waits until nobody else writes, and finishes what a crash left undone. */
    Writing write() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            FileLock lock = tryLock(channel);
            while (lock == null && System.nanoTime() < end) {
                Thread.sleep(50);
                lock = tryLock(channel);
            }
            if (lock == null) {
                channel.close();
                throw new ArchiveRefused("logs.in-use", folder.toString());
            }
            Manifest manifest = manifest();
            recover(manifest);
            return new Writing(channel, manifest);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new ArchiveRefused("logs.in-use", folder.toString());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The right to write, until closed. */
    record Writing(FileChannel lock, Manifest manifest) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    private void recover(Manifest manifest) throws IOException {
        Files.createDirectories(tmp());
        for (Entry entry : manifest.entries()) {
            switch (entry) {
                case Entry.Imported imported -> place(imported.files());
                case Entry.Purged purged -> delete(purged.files());
                case Entry.Compacted compacted -> {
                    place(compacted.into());
                    delete(compacted.files());
                }
                case Entry.Lost _, Entry.Reviewed _ -> {}
            }
        }
        try (Stream<Path> left = Files.list(tmp())) {
            for (Path path : left.filter(Files::isRegularFile).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Moves files that the manifest names from where they were made to where they belong. */
    void place(List<Sealed> files) throws IOException {
        for (Sealed file : files) {
            Path made = made(file.path());
            if (Files.exists(made)) {
                Path home = folder.resolve(file.path());
                Files.createDirectories(home.getParent());
                Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
                Hashes.syncFolder(home.getParent());
            }
        }
    }

    void delete(List<Sealed> files) throws IOException {
        for (Sealed file : files) {
            Files.deleteIfExists(folder.resolve(file.path()));
        }
    }

    /** Where a file is made before it is moved to its path. */
    Path made(String path) {
        return tmp().resolve(path.replace('/', '!'));
    }

    /** The files that should be there, by path: everything imported and not purged. */
    static Map<String, Sealed> present(Manifest manifest) {
        Map<String, Sealed> files = new LinkedHashMap<>();
        for (Entry entry : manifest.entries()) {
            switch (entry) {
                case Entry.Imported imported -> imported.files().forEach(f -> files.put(f.path(), f));
                case Entry.Purged purged -> purged.files().forEach(f -> files.remove(f.path()));
                case Entry.Compacted compacted -> {
                    compacted.files().forEach(f -> files.remove(f.path()));
                    compacted.into().forEach(f -> files.put(f.path(), f));
                }
                case Entry.Lost _, Entry.Reviewed _ -> {}
            }
        }
        return files;
    }

    /** The files of rows, for the engine; those whose move a crash left undone where they are. */
    List<Path> rowFiles(Manifest manifest) {
        return files(manifest, "rows/");
    }

    /** The files of lines set aside. */
    List<Path> asideFiles(Manifest manifest) {
        return files(manifest, "aside/");
    }

    private List<Path> files(Manifest manifest, String kind) {
        List<Path> files = new ArrayList<>();
        for (String path : present(manifest).keySet()) {
            if (path.startsWith(kind)) {
                Path home = folder.resolve(path);
                files.add(Files.exists(home) ? home : made(path));
            }
        }
        return files.stream().filter(Files::exists).toList();
    }
}
