package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.logarchive.LogFormat.Setting;
import org.jspecify.annotations.Nullable;

/** Reads lines as an import does, without files. */
final class Bench {

    static final Setting TOKYO = new Setting(ZoneId.of("Asia/Tokyo"), Instant.parse("2016-06-01T00:00:00Z"));
    static final Setting UTC = new Setting(ZoneId.of("UTC"), Instant.parse("2016-06-01T00:00:00Z"));

    private Bench() {}

    /** A row as texts and numbers by column, or why there is none. */
    record Read(Map<String, Object> row, @Nullable Reason reason) {
        Object get(String column) {
            Object value = row.get(column);
            return value == null ? "" : value;
        }

        Instant time() {
            return BatchFiles.instant((Long) get("time"));
        }
    }

    static Read read(String line, Setting setting) {
        return all(Formats.shipped().choose("auto", line.getBytes(StandardCharsets.UTF_8)), setting, "", line)
                .getFirst();
    }

    static Read read(String line) {
        return read(line, UTC);
    }

    static List<Read> all(LogFormat format, Setting setting, String heading, String... lines) {
        LineReader reader = format.reader(setting);
        if (!heading.isEmpty()) {
            reader.heading(heading);
        }
        List<Read> all = new ArrayList<>();
        for (String text : lines) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Line line = new Line();
            line.at(bytes, 0, bytes.length);
            if (!reader.passes(line)) {
                Rows rows = new Rows(1);
                Reason reason = reader.read(line, rows);
                Map<String, Object> row = new LinkedHashMap<>();
                rows.keep();
                for (Column c : Column.values()) {
                    if (rows.given(c, 0)) {
                        row.put(
                                c.sql(),
                                c.isText()
                                        ? new String(rows.texts(c)[0], StandardCharsets.UTF_8)
                                        : (Object) rows.number(c, 0));
                    }
                }
                all.add(new Read(row, reason));
            }
        }
        return all;
    }

    static Path file(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static List<Importing.Outcome> imported(Archive archive, Path... files) throws IOException {
        List<Importing.Outcome> outcomes = new ArrayList<>();
        Importing.run(archive, Importing.Options.standard(), List.of(files), outcomes::add);
        return outcomes;
    }

    static List<List<@Nullable Object>> ask(Archive archive, String sql) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Questions.ask(archive, sql, head -> {}, rows::add);
        return rows;
    }
}
