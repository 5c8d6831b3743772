package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Folders made beside their place and then moved there, so that what bears the name is whole. */
final class Trees {

    private static final String HALF = ".new-";

    private Trees() {}

    /** An unused name beside the place. Never used twice: a child of a killed start may still write into the former. */
    static Path beside(Path place) {
        return place.resolveSibling(place.getFileName() + HALF + Long.toHexString(System.nanoTime()));
    }

    /** Moves a finished folder or file to its place, to last through a power cut. */
    static void moveIntoPlace(Path made, Path place) throws IOException {
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        sync(place.resolveSibling("."));
    }

    /** Writes a small file whole or not at all, with this mode from the start. */
    static void write(Path file, String text, String mode) throws IOException {
        Path made = beside(file);
        Files.createFile(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(made, text);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(mode));
            sync(made);
            moveIntoPlace(made, file);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a tree of many files last: with one call for the whole file system where we can, far faster than one a file. */
    static void syncAll(Path tree) throws IOException {
        Path sync = Path.of("/usr/bin/sync");
        if (Files.isExecutable(sync)
                && Command.run(Account.SELF, tree, List.of(sync.toString(), "-f", tree.toString()))
                        .fine()) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.filter(found -> !Files.isSymbolicLink(found)).toList()) {
                sync(path);
            }
        }
    }

    /** Removes what a start that was killed left half-made in this folder. */
    static void removeHalfMade(Path folder) throws IOException {
        List<Path> half;
        try (Stream<Path> entries = Files.list(folder)) {
            half = entries.filter(entry -> entry.getFileName().toString().contains(HALF))
                    .toList();
        }
        for (Path path : half) {
            try {
                remove(path);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                // An orphan still writes there. It ends soon, and the next start finds the rest.
            }
        }
    }

    /** Removes a tree. Goes down by open folders, never by path: its owner, less trusted than we, can't lead us astray by links. */
    static void remove(Path tree) throws IOException {
        Path parent = tree.toAbsolutePath().getParent();
        Path name = tree.getFileName();
        if (parent == null || name == null || Files.notExists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent)) {
            if (!(stream instanceof SecureDirectoryStream<Path> folder)) {
                throw new IOException("no secure removal here: " + parent);
            }
            remove(folder, name);
        }
    }

    private static void remove(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        boolean directory = folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
        if (!directory) {
            folder.deleteFile(name);
            return;
        }
        try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : inner) {
                Path inside = entry.getFileName();
                if (inside != null) {
                    remove(inner, inside);
                }
            }
        }
        folder.deleteDirectory(name);
    }
}
