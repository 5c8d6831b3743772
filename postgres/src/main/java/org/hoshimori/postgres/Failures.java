package org.hoshimori.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** What the system and the server say when they fail, told apart. */
final class Failures {

    static final String NO_SPACE = "No space left on device";
    static final String OLD_CHILDREN = "pre-existing shared memory block";
    static final String LOCKED = "\"postmaster.pid\" already exists";

    private static final int TAIL = 4096;

    private Failures() {}

    /** A fault of the file system, as a refusal where the user can do something about it. */
    static RuntimeException of(IOException fault, Path folder) {
        String said = Objects.requireNonNullElse(fault.getMessage(), "");
        if (said.contains(NO_SPACE)) {
            return new PostgresRefused(Reason.DISK_FULL, folder);
        }
        if (fault instanceof AccessDeniedException || said.contains("Read-only file system")) {
            return new PostgresRefused(Reason.FOLDER_NOT_WRITABLE, said.isEmpty() ? folder : said);
        }
        return new UncheckedIOException(fault);
    }

    static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("-", (before, line) -> line);
    }

    /** The ends of the logs written since this instant. Links are not followed: the folder is the server's. */
    static String logsSince(Path folder, long millis) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path log : logs) {
                if (Files.getLastModifiedTime(log, LinkOption.NOFOLLOW_LINKS).toMillis() >= millis) {
                    text.append(tail(log)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String tail(Path log) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(log, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            channel.position(Math.max(0, channel.size() - TAIL));
            return new String(Channels.newInputStream(channel).readNBytes(TAIL), StandardCharsets.UTF_8);
        }
    }
}
