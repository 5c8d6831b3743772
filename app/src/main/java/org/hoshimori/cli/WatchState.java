package org.hoshimori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a watcher has seen: a word of its choice for each thing, in a file that is replaced as a whole, so that whoever is killed goes
 * on where it was and sees one message twice at worst.
 */
final class WatchState {

    private static final String HEAD = "# hoshimori mail watch 1";

    private final Path file;
    private final Map<String, String> seen = new LinkedHashMap<>();

    private WatchState(Path file) {
        this.file = file;
    }

    static WatchState at(Path file) throws IOException {
        WatchState state = new WatchState(file.toAbsolutePath());
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int tab = line.lastIndexOf('\t');
                if (tab > 0) {
                    state.seen.put(line.substring(0, tab), line.substring(tab + 1));
                } else if (!line.equals(HEAD) && !line.isBlank()) {
                    throw new Refused("mail.state", file.toString());
                }
            }
        }
        return state;
    }

    String of(String thing) {
        return seen.getOrDefault(thing, "");
    }

    void remember(String thing, String word) throws IOException {
        seen.put(thing, word);
        write();
    }

    /** Forgets what is not there any more. */
    void keepOnly(Set<String> there) throws IOException {
        if (seen.keySet().retainAll(there)) {
            write();
        }
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        seen.forEach(
                (thing, word) -> text.append(thing).append('\t').append(word).append('\n'));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, text.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
