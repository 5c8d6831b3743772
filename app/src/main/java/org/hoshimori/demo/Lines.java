package org.hoshimori.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The story's files: cells between commas, the first line naming them. */
final class Lines {

    private Lines() {}

    /** A line, its cells by name. */
    record Line(Map<String, String> cells) {
        String get(String cell) {
            return Objects.requireNonNull(cells.get(cell), cell);
        }

        boolean has(String cell) {
            return !get(cell).isEmpty();
        }

        int number(String cell) {
            return Integer.parseInt(get(cell));
        }
    }

    static List<Line> of(String file) {
        List<String> lines = text(file)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        String[] names = lines.getFirst().split(",");
        return lines.stream().skip(1).map(line -> line(names, line)).toList();
    }

    private static Line line(String[] names, String line) {
        String[] cells = line.split(",", -1);
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            named.put(names[i], cells[i]);
        }
        return new Line(named);
    }

    static String text(String file) {
        InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream("/demo/" + file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
