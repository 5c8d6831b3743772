package org.hoshimori.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.core.storage.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Service;

/** Tells the story once, and from then on who can log in. */
@Service
@ConditionalOnBooleanProperty("hoshimori.demo")
public class Demonstration {

    private final Story story;
    private final Path logIns;

    Demonstration(Story story, @Value("${hoshimori.data}") Path data) {
        this.story = story;
        this.logIns = DataFolder.open(data).demo();
    }

    /**
     * Somebody who can log in.
     *
     * @param role the post, or {@code employee}
     */
    public record LogIn(String role, String mail, String password) {}

    /** Makes the company and its year, if that has not been done yet; those who can log in. */
    public List<LogIn> logIns() {
        try {
            List<String> lines = Files.readAllLines(logIns);
            if (lines.isEmpty()) {
                List<LogIn> made = story.tell();
                // Written at the end only: an empty file tells of a story that was cut off.
                Files.write(
                        logIns,
                        made.stream()
                                .map(l -> String.join("\t", l.role(), l.mail(), l.password()))
                                .toList());
                return made;
            }
            List<LogIn> read = new ArrayList<>();
            for (String line : lines) {
                String[] cells = line.split("\t", 3);
                read.add(new LogIn(cells[0], cells[1], cells[2]));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
