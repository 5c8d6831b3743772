package org.hoshimori.mail;

import java.io.IOException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Lists a 7-Zip archive, unless its names are encrypted too. */
final class SevenZipLook {

    private static final int MEMORY_KIB = 32_768;

    private SevenZipLook() {}

    static void look(FileLooker into, byte[] content, Limits limits) throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setMaxMemoryLimitKiB(MEMORY_KIB)
                .get()) {
            int seen = 0;
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (seen++ < limits.entries() && !entry.isDirectory() && entry.getName() != null) {
                    into.name(entry.getName());
                }
            }
            if (archive.getNextEntry() != null) {
                archive.read(); // asks for a password if the contents need one
            }
        } catch (PasswordRequiredException e) {
            into.trait(FileLook.Trait.ENCRYPTED);
        }
    }
}
