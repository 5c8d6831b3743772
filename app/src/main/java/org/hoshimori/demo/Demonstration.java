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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Tells the story once, and from then on who can log in. The story is told before pages are served and before anything goes on
 * by itself: jobs and checks begin in the company as it is today.
 */
@Service
@ConditionalOnBooleanProperty("hoshimori.demo")
public class Demonstration implements SmartLifecycle {

    private final Story story;
    private final Path logIns;
    private volatile boolean told;

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

    /** Makes the company and its year, if that has not been done yet. */
    @Override
    public void start() {
        try {
            if (Files.size(logIns) == 0) {
                // Written at the end only: an empty file tells of a story that was cut off.
                Files.write(
                        logIns,
                        story.tell().stream()
                                .map(l -> String.join("\t", l.role(), l.mail(), l.password()))
                                .toList());
            }
            told = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        told = false;
    }

    @Override
    public boolean isRunning() {
        return told;
    }

    /** Before everything else that starts. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Those who can log in. */
    public List<LogIn> logIns() {
        try {
            List<String> lines = Files.readAllLines(logIns);
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
