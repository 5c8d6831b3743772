package org.hoshimori.logarchive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a log is which column: a text file of lines {@code field -> column : conversion}, with {@code key: value} lines for what
 * holds of every row. Fields that it does not name are kept under their own names.
 */
final class Mapping {

    private static final Pattern ARROW = Pattern.compile("(.+?)\\s*->\\s*([a-z_0-9]+)(?:\\s*:\\s*([a-z-]+))?");
    private static final Pattern KEY = Pattern.compile("([a-z]+):\\s*(.*)");

    private final Map<String, Target> targets;
    private final Map<String, String> keys;
    private final byte[] name;
    private final int classUid;
    private final int activity;

    private Mapping(Map<String, Target> targets, Map<String, String> keys) {
        this.targets = targets;
        this.keys = keys;
        this.name = keys.getOrDefault("name", "").getBytes(StandardCharsets.UTF_8);
        this.classUid = Integer.parseInt(keys.getOrDefault("class", "4001"));
        this.activity = Integer.parseInt(keys.getOrDefault("activity", "0"));
    }

    /** Where a field goes. */
    record Target(Column column, Conversion conversion) {}

    static Mapping shipped(String name) {
        try (InputStream in = Mapping.class.getResourceAsStream("formats/" + name + ".map")) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Mapping read(Path file) throws IOException {
        return of(Files.readString(file), file.toString());
    }

    /** @param place named when a line can't be read */
    static Mapping of(String text, String place) {
        Map<String, Target> targets = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher arrow = ARROW.matcher(line);
            Matcher key = KEY.matcher(line);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (arrow.matches()) {
                targets.put(arrow.group(1), target(arrow, place + ":" + (i + 1)));
            } else if (key.matches()) {
                keys.put(key.group(1), key.group(2));
            } else {
                throw new ArchiveRefused("logs.mapping", place + ":" + (i + 1), line);
            }
        }
        return new Mapping(targets, keys);
    }

    private static Target target(Matcher arrow, String place) {
        Column column = Column.named(arrow.group(2));
        if (column == null) {
            throw new ArchiveRefused("logs.mapping", place, arrow.group(2));
        }
        if (arrow.group(3) == null) {
            return new Target(column, Conversion.usual(column));
        }
        try {
            return new Target(column, Conversion.named(arrow.group(3)));
        } catch (IllegalArgumentException e) {
            throw new ArchiveRefused("logs.mapping", place, arrow.group(3));
        }
    }

    String key(String key, String otherwise) {
        return keys.getOrDefault(key, otherwise);
    }

    List<String> list(String key) {
        List<String> items = new ArrayList<>();
        for (String item : keys.getOrDefault(key, "").split(",", -1)) {
            items.add(item.strip());
        }
        return items;
    }

    @Nullable
    Target target(String field) {
        return targets.get(field);
    }

    /** What holds of every row. */
    void begin(Rows row) {
        row.put(Column.METADATA_LOG_NAME, name);
        row.put(Column.CLASS_UID, classUid);
        if (activity > 0) {
            row.put(Column.ACTIVITY_ID, activity);
        }
    }

    /** Puts a field's text where it belongs; says why not. An empty text is no value. */
    @Nullable
    Reason put(Rows row, String field, String value, Times times) {
        if (value.isEmpty()) {
            return null;
        }
        Target target = targets.get(field);
        if (target == null) {
            row.unmapped(field, value);
            return null;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return put(row, target, bytes, 0, bytes.length, times);
    }

    static @Nullable Reason put(Rows row, Target target, byte[] bytes, int from, int until, Times times) {
        if (target.conversion().put(row, target.column(), bytes, from, until, times)) {
            return null;
        }
        return target.column() == Column.TIME ? Reason.NO_TIME : Reason.BAD_VALUE;
    }

    /** What rows of it may have. */
    Set<Column> columns() {
        Set<Column> columns = EnumSet.of(
                Column.TIME, Column.CLASS_UID, Column.ACTIVITY_ID, Column.METADATA_LOG_NAME, Column.UNMAPPED);
        for (Target target : targets.values()) {
            columns.add(target.column());
            if (target.conversion() == Conversion.ACTION) {
                columns.add(Column.ACTION_ID);
            }
        }
        return columns;
    }
}
