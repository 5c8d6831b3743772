package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.mail.Inspector;
import org.hoshimori.mail.MailFolder;

/**
 * Files that arrive in a folder or Maildir. A file that somebody is still writing waits for the next look; one that a mail program
 * renames when it is read is still the same.
 */
final class FolderArrivals implements MailWatchCommand.Arrivals {

    private static final Duration AT_REST = Duration.ofSeconds(2);

    private final Path folder;
    private final Inspector inspector;
    private final WatchState state;

    FolderArrivals(Path folder, Inspector inspector, WatchState state) {
        this.folder = folder;
        this.inspector = inspector;
        this.state = state;
    }

    @Override
    public void look(MailWatchCommand.Taker taker) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        Set<String> there = new HashSet<>();
        for (Path each : files) {
            try {
                file(each, there, taker);
            } catch (NoSuchFileException e) {
                // Moved or fetched in the meantime: if it is still here, the next look finds it under its new name.
            }
        }
        state.keepOnly(there);
    }

    private void file(Path file, Set<String> there, MailWatchCommand.Taker taker) throws IOException {
        String name = file.getFileName().toString();
        // Maildir: the part behind the colon tells who has read it.
        int colon = name.indexOf(":2,");
        String thing =
                colon > 0 ? name.substring(0, colon) : folder.relativize(file).toString();
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        String word = colon > 0 || maildir(file) ? "maildir" : Files.size(file) + "@" + changed.toEpochMilli();
        String key = maildir(file) && colon < 0 ? name : thing;
        there.add(key);
        boolean resting = maildir(file) || changed.plus(AT_REST).isBefore(Instant.now());
        if (!resting || state.of(key).equals(word) || key.indexOf('\t') >= 0 || key.indexOf('\n') >= 0) {
            return;
        }
        MailFolder.read(file, (found, message) -> taker.take(found, inspector.inspect(message)));
        state.remember(key, word);
    }

    /** Files in new and cur are complete as soon as they are there. */
    private static boolean maildir(Path file) {
        Path parent = file.getParent();
        String name = parent == null ? "" : String.valueOf(parent.getFileName());
        return name.equals("new") || name.equals("cur");
    }
}
