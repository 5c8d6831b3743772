package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.hoshimori.postgres.PostgresRefused.Reason;

/**
 * Holds a data folder for this process until closed or killed. The file stays: it marks the folder as ours.
 *
 * <p>The system forgets a process's lock as soon as that process closes the file anywhere, even where it merely read it.
 * So a start in the same process must not touch the file: it is told by a system property, which class loaders share.
 */
final class FolderLock implements AutoCloseable {

    private final String property;
    private final FileChannel channel;

    private FolderLock(String property, FileChannel channel) {
        this.property = property;
        this.channel = channel;
    }

    /** @throws PostgresRefused if the folder is held, by this process or another */
    static FolderLock take(DataFolder folder) throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        String property = FolderLock.class.getName() + ":" + folder.path();
        if (System.getProperties().putIfAbsent(property, self) != null) {
            throw new PostgresRefused(Reason.FOLDER_IN_USE, folder.path(), self);
        }
        try {
            return new FolderLock(property, lock(folder, self));
        } catch (IOException | RuntimeException e) {
            System.getProperties().remove(property);
            throw e;
        }
    }

    private static FileChannel lock(DataFolder folder, String self) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.lock(),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean held = false;
        try {
            held = channel.tryLock() != null;
            if (!held) {
                throw new PostgresRefused(Reason.FOLDER_IN_USE, folder.path(), holder(folder.lock()));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static String holder(Path lock) throws IOException {
        String pid = Files.readString(lock).strip();
        return pid.isEmpty() ? "?" : pid;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            System.getProperties().remove(property);
        }
    }
}
