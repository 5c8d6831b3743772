package org.hoshimori.mail;

import java.io.IOException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Lists a 7z archive by its names. */
final class SevenZipLook {

    private SevenZipLook() {}

    static void look(FileLooker into, byte[] content, Limits limits) throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setMaxMemoryLimitKiB(32_768)
                .get()) {
            int seen = 0;
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (seen++ < limits.entries() && !entry.isDirectory() && entry.getName() != null) {
                    into.name(entry.getName());
                }
            }
        } catch (PasswordRequiredException e) {
            into.trait(FileLook.Trait.ENCRYPTED);
        }
    }
}
