package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the company knows of itself, as tables {@code register_…}: rows that are handed in, then the CSV files of a folder, each of which
 * adds to the table of its name. All are texts, hardware addresses and times in one form. Tables that shipped rules ask are there, empty,
 * even if nothing is known.
 */
final class Registers {

    private static final Map<String, List<String>> KNOWN = Map.of(
            "network", List.of("cidr", "name", "zone", "managed"),
            "gateway", List.of("ip", "name"),
            "device", List.of("mac", "ip", "hostname", "owner"),
            "permit", List.of("mac", "ip", "opened", "closed"),
            "flow", List.of("from_zone", "to_zone", "protocol", "port"),
            "diagnosis", List.of("ip", "port", "opened", "closed"),
            "place", List.of("cidr", "place"));
    private static final Set<String> TIMES = Set.of("opened", "closed");

    /** By which column a row of a file takes the place of what was handed in of the same thing. */
    private static final Map<String, String> KEYS =
            Map.of("network", "cidr", "gateway", "ip", "device", "mac", "place", "cidr");

    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final ZoneId zone;

    private Registers(ZoneId zone) {
        this.zone = zone;
    }

    /** @param known rows by table, as {@link Reviewing.Options} has them */
    static Registers read(@Nullable Path folder, Map<String, List<Map<String, String>>> known, ZoneId zone)
            throws IOException {
        Registers registers = new Registers(zone);
        known.forEach(registers::hand);
        if (folder == null) {
            return registers;
        }
        if (!Files.isDirectory(folder)) {
            throw new ArchiveRefused("logs.no-folder", folder.toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                registers.file(name(name.substring(0, name.length() - 4)), registers.load(file));
            }
        }
        return registers;
    }

    /** A table of which nothing is known is as if it were not there: rules that need it are not asked. */
    private void hand(String table, List<Map<String, String>> rows) {
        if (!rows.isEmpty()) {
            List<Map<String, String>> all = new ArrayList<>();
            for (Map<String, String> row : rows) {
                Map<String, String> values = new HashMap<>();
                row.forEach((column, value) -> values.put(column, value(column, value, table)));
                all.add(values);
            }
            tables.put(name(table), all);
        }
    }

    private void file(String table, List<Map<String, String>> rows) {
        String key = KEYS.getOrDefault(table, "");
        Set<String> told = rows.stream()
                .map(r -> r.getOrDefault(key, ""))
                .filter(v -> !v.isEmpty())
                .collect(Collectors.toSet());
        List<Map<String, String>> all = new ArrayList<>(rows);
        rows(table).stream()
                .filter(r -> !told.contains(r.getOrDefault(key, "")))
                .forEach(all::add);
        tables.put(table, all);
    }

    /** {@code networks}, {@code Network} and {@code network} are one. */
    private static String name(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return KNOWN.containsKey(one) ? one : name;
    }

    private List<Map<String, String>> load(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = Line.text(bytes, 0, bytes.length).lines().toList();
        String[] head = {};
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).startsWith("\uFEFF") ? lines.get(i).substring(1) : lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] values = Escapes.csv(line, ',');
            if (head.length == 0) {
                head = values;
                continue;
            }
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < head.length; c++) {
                String column = head[c].strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
                String value = c < values.length ? values[c].strip() : "";
                row.put(column, value(column, value, file.getFileName() + ":" + (i + 1)));
            }
            rows.add(row);
        }
        return rows;
    }

    private String value(String column, String value, String place) {
        if (value.isEmpty()) {
            return value;
        }
        if (column.equals("mac")) {
            return Conversion.mac(value);
        }
        if (TIMES.contains(column)) {
            Times times = new Times(zone, java.time.Instant.now());
            boolean day = value.length() == 10;
            long time = times.iso(
                    day
                            ? value + (column.equals("closed") ? " 23:59:59" : " 00:00:00")
                            : value.length() == 16 ? value + ":00" : value);
            if (time == Times.NONE) {
                throw new ArchiveRefused("logs.register", place, value);
            }
            return BatchFiles.instant(time).toString();
        }
        return column.equals("ip") ? value.toLowerCase(Locale.ROOT) : value;
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    List<Map<String, String>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** Makes the tables. */
    void load(Asking asking) throws SQLException {
        Set<String> names = new TreeSet<>(KNOWN.keySet());
        names.addAll(tables.keySet());
        for (String name : names) {
            Set<String> columns = new TreeSet<>(KNOWN.getOrDefault(name, List.of()));
            rows(name).forEach(r -> columns.addAll(r.keySet()));
            columns.remove("");
            if (columns.isEmpty()) {
                continue;
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Map<String, String> row : rows(name)) {
                List<@Nullable Object> values = new ArrayList<>();
                columns.forEach(c -> values.add(typed(c, row.getOrDefault(c, ""))));
                rows.add(values);
            }
            asking.table(
                    "register_" + name,
                    columns.stream()
                            .map(c -> new Asking.Field(
                                    c,
                                    TIMES.contains(c)
                                            ? Asking.Type.TIME
                                            : c.equals("port") ? Asking.Type.INTEGER : Asking.Type.TEXT))
                            .toList(),
                    rows);
        }
    }

    private static @Nullable Object typed(String column, String value) {
        if (value.isEmpty()) {
            return null;
        }
        if (TIMES.contains(column)) {
            java.time.Instant time = java.time.Instant.parse(value);
            return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
        }
        if (column.equals("port")) {
            long port = Fields.number(value);
            if (port < 0 || port > 65_535) {
                throw new ArchiveRefused("logs.register", column, value);
            }
            return (int) port;
        }
        return value;
    }
}
