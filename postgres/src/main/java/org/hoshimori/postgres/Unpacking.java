package org.hoshimori.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.tukaani.xz.XZInputStream;

/** Unpacks a .tar.xz into an empty folder, and nowhere else: entries and links that lead out are refused. */
final class Unpacking {

    private final Path root;

    private Unpacking(Path root) {
        this.root = root;
    }

    /** Keeps links and the right to execute; everything becomes readable by all and writable by us alone. */
    static void unpack(InputStream packed, Path folder) throws IOException {
        Unpacking unpacking = new Unpacking(folder.toRealPath());
        Files.setPosixFilePermissions(unpacking.root, mode(true));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpacking.take(entry, tar);
            }
        }
    }

    private void take(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = inside(root, entry.getName(), entry);
        if (target.equals(root)) {
            return;
        }
        folder(target.resolveSibling(".").normalize(), entry);
        if (entry.isDirectory()) {
            folder(target, entry);
        } else if (entry.isSymbolicLink()) {
            inside(target.resolveSibling("."), entry.getLinkName(), entry);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, inside(root, entry.getLinkName(), entry).toRealPath());
        } else if (plain(entry)) {
            file(target, (entry.getMode() & 0111) != 0, content);
        } else {
            throw refused(entry);
        }
    }

    private static boolean plain(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO()
                && !entry.isSparse();
    }

    private static void file(Path target, boolean executable, InputStream content) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(out));
        }
        Files.setPosixFilePermissions(target, mode(executable));
    }

    private Path inside(Path from, String name, TarArchiveEntry entry) {
        Path path = Path.of(name);
        Path target = from.resolve(path).normalize();
        if (path.isAbsolute() || !target.startsWith(root)) {
            throw refused(entry);
        }
        return target;
    }

    /** Makes a folder and those above it. None may be a link: what is harmless by name might lead out through one. */
    private void folder(Path folder, TarArchiveEntry entry) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(folder) || !folder.toRealPath().equals(folder)) {
                throw refused(entry);
            }
            return;
        }
        folder(folder.resolveSibling(".").normalize(), entry);
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, mode(true));
    }

    private static PostgresRefused refused(TarArchiveEntry entry) {
        return new PostgresRefused(Reason.BAD_BINARIES, entry.getName());
    }

    private static Set<PosixFilePermission> mode(boolean executable) {
        Set<PosixFilePermission> mode = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            mode.add(PosixFilePermission.OWNER_EXECUTE);
            mode.add(PosixFilePermission.GROUP_EXECUTE);
            mode.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return mode;
    }
}
