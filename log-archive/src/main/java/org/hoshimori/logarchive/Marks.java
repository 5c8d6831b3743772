package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What reviewers said of hits: explained, or an incident. The last word on a hit counts; all of them are kept. */
public final class Marks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Marks() {}

    /** What can be said. */
    public enum State {
        explained,
        incident
    }

    /** One word. */
    public record Mark(String hit, State state, String note, String by, Instant at) {}

    /** The last word on each hit, by its time. */
    public static Map<String, Mark> of(Archive archive) throws IOException {
        Map<String, Mark> marks = new LinkedHashMap<>();
        Path file = archive.marksFile();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                try {
                    Mark mark = JSON.readValue(line, Mark.class);
                    marks.merge(mark.hit(), mark, (a, b) -> b.at().isBefore(a.at()) ? a : b);
                } catch (JacksonException e) {
                    marks.remove(""); // a line that a crash left unfinished says nothing
                }
            }
        }
        return marks;
    }

    /** Says it. */
    public static void say(Archive archive, Mark mark) throws IOException {
        if (!mark.hit().matches("[a-z0-9-]+:[0-9a-f]{12}")) {
            throw new ArchiveRefused("logs.no-hit", mark.hit());
        }
        try (Archive.Writing _ = archive.write()) {
            Files.write(
                    archive.marksFile(),
                    (JSON.writeValueAsString(mark) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        }
    }
}
