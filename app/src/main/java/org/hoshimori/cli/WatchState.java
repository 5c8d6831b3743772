package org.hoshimori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a watcher has seen: a word of its choice for each thing. A line is added as soon as something was seen, so that whoever is
 * killed goes on where it was and sees one message twice at worst; a line that was not finished counts for nothing.
 */
final class WatchState {

    private static final int MOST_ADDED = 10_000;
    private static final String HEAD = "# hoshimori mail watch 1";

    private final Path file;
    private final Map<String, String> seen = new LinkedHashMap<>();
    private boolean begun;
    private int added;

    private WatchState(Path file) {
        this.file = file;
    }

    static WatchState at(Path file) throws IOException {
        WatchState state = new WatchState(file.toAbsolutePath());
        if (Files.exists(file)) {
            String text = Files.readString(file);
            if (!text.startsWith(HEAD + "\n")) {
                throw new Refused("mail.state", file.toString());
            }
            for (String line : text.substring(0, text.lastIndexOf('\n')).split("\n", -1)) {
                int tab = line.lastIndexOf('\t');
                if (tab > 0) {
                    state.seen.put(line.substring(0, tab), line.substring(tab + 1));
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
        if (!begun || ++added > MOST_ADDED) {
            write(); // whole at first, so that nothing unfinished stands before what is added
            return;
        }
        Files.writeString(file, thing + '\t' + word + '\n', StandardOpenOption.APPEND);
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
        begun = true;
        added = 0;
    }
}
