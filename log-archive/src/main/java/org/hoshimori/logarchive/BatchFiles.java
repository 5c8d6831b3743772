package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hoshimori.logarchive.Entry.Sealed;
import org.jspecify.annotations.Nullable;

/** Writes a batch as Parquet files, one a day, sorted by host and time, and seals them; nothing is in its place yet. */
final class BatchFiles {

    private static final long HOURS = 24;

    private final Archive archive;
    private final DuckDBConnection engine;
    private final LogLines lines;

    BatchFiles(Archive archive, DuckDBConnection engine) throws SQLException {
        this.archive = archive;
        this.engine = engine;
        this.lines = Engine.lines(engine);
        try (Statement sql = engine.createStatement()) {
            sql.execute("CREATE TABLE aside (line BIGINT, reason VARCHAR, raw VARCHAR)");
        }
    }

    /** Files made and counts of lines set aside. */
    record Written(List<Sealed> files, Map<String, Long> aside) {}

    Written write(Batch batch, String source, LogFormat format, long firstLine, long number)
            throws SQLException, IOException {
        String name = String.format(Locale.ROOT, "%09d", number);
        String place = "source=" + folderName(source);
        Path whole = archive.tmp().resolve(name + ".whole");
        boolean direct = batch.oneDay();
        read(batch, format, direct ? whole : null);
        List<Sealed> files = new ArrayList<>();
        Map<LocalDate, TreeMap<Long, Batch.Hour>> days = batch.hours().entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> LocalDate.ofEpochDay(Math.floorDiv(e.getKey(), HOURS)),
                        TreeMap::new,
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new)));
        for (Map.Entry<LocalDate, TreeMap<Long, Batch.Hour>> day : days.entrySet()) {
            String path = "rows/" + place + "/day=" + day.getKey() + "/" + name + ".parquet";
            Path made = archive.made(path);
            if (direct && days.size() == 1) {
                Files.move(whole, made);
            } else {
                if (direct) {
                    again(format, whole, made, day.getKey());
                } else {
                    oneDay(format, made, day.getKey());
                }
            }
            files.add(seal(path, day.getValue()));
        }
        if (!direct) {
            try (Statement sql = engine.createStatement()) {
                sql.execute("DROP TABLE batch");
            }
        }
        Files.deleteIfExists(whole);
        Map<String, Long> aside = aside(batch, "aside/" + place + "/" + name + ".parquet", firstLine, files);
        return new Written(files, aside);
    }

    /** Reads the batch into a file if its lines seem to be of one day, into memory if they may be of several. */
    private void read(Batch batch, LogFormat format, @Nullable Path to) throws SQLException, IOException {
        lines.begin(batch);
        String filled = filled(format).map(Column::sql).collect(Collectors.joining(", "));
        try (Statement sql = engine.createStatement()) {
            sql.execute(
                    to == null
                            ? "CREATE TABLE batch AS SELECT " + filled + ", host_begins, host_ends FROM log_lines()"
                            : copy("log_lines()", format, to));
        } catch (SQLException e) {
            Exception cause = lines.failure();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof OtherColumns other) {
                throw other;
            }
            if (cause != null) {
                throw new IOException(String.valueOf(cause.getMessage()), cause);
            }
            throw e;
        }
    }

    private void oneDay(LogFormat format, Path made, LocalDate day) throws SQLException {
        try (Statement sql = engine.createStatement()) {
            sql.execute(copy(
                    "batch WHERE time >= " + micros(day) + " AND time < " + micros(day.plusDays(1)), format, made));
        }
    }

    private static long micros(LocalDate day) {
        return day.toEpochDay() * HOURS * 3_600_000_000L;
    }

    /** The part of one day of a file in which, against all signs, there are several. */
    private void again(LogFormat format, Path whole, Path made, LocalDate day) throws SQLException {
        try (Statement sql = engine.createStatement()) {
            sql.execute("COPY (SELECT * FROM read_parquet(" + Engine.quoted(whole) + ") WHERE time >= TIMESTAMP '" + day
                    + "' AND time < TIMESTAMP '" + day.plusDays(1) + "' ORDER BY src_endpoint_ip, time) TO "
                    + Engine.quoted(made) + " " + Engine.parquet(filled(format).toList()));
        }
    }

    /** Sorts and writes what the format fills. */
    private static String copy(String from, LogFormat format, Path to) {
        return "COPY (SELECT "
                + filled(format)
                        .map(c -> c.kind() == Column.Kind.TIME
                                ? "make_timestamp(" + c.sql() + ") AS " + c.sql()
                                : c.sql())
                        .collect(Collectors.joining(", "))
                + " FROM (SELECT * FROM " + from + " ORDER BY " + LogLines.ORDER + ")) TO " + Engine.quoted(to) + " "
                + Engine.parquet(filled(format).toList());
    }

    private static Stream<Column> filled(LogFormat format) {
        return Arrays.stream(Column.values()).filter(format.columns()::contains);
    }

    private Map<String, Long> aside(Batch batch, String path, long firstLine, List<Sealed> files)
            throws SQLException, IOException {
        List<Batch.Numbered> all = batch.aside(firstLine);
        Map<String, Long> counts = new TreeMap<>();
        if (all.isEmpty()) {
            return counts;
        }
        try (Statement sql = engine.createStatement()) {
            sql.execute("TRUNCATE aside");
            try (DuckDBAppender appender = engine.createAppender("aside")) {
                for (Batch.Numbered one : all) {
                    byte[] raw = one.line().bytes();
                    counts.merge(one.line().reason().code(), 1L, Long::sum);
                    appender.beginRow()
                            .append(one.number())
                            .append(one.line().reason().code())
                            .append(Line.text(raw, 0, raw.length).replace("\0", "\\x00"))
                            .endRow();
                }
            }
            sql.execute("COPY (SELECT * FROM aside ORDER BY line) TO " + Engine.quoted(archive.made(path)) + " ("
                    + Engine.PARQUET + ")");
            sql.execute("TRUNCATE aside");
        }
        files.add(sealed(path, all.size(), null, null, ""));
        return counts;
    }

    private Sealed seal(String path, Map<Long, Batch.Hour> hours) throws IOException {
        long rows = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        char[] mask = new char[(int) HOURS];
        Arrays.fill(mask, '0');
        for (Map.Entry<Long, Batch.Hour> hour : hours.entrySet()) {
            rows += hour.getValue().rows();
            first = Math.min(first, hour.getValue().first());
            last = Math.max(last, hour.getValue().last());
            mask[(int) Math.floorMod(hour.getKey(), HOURS)] = '1';
        }
        return sealed(path, rows, instant(first), instant(last), new String(mask));
    }

    private Sealed sealed(String path, long rows, @Nullable Instant first, @Nullable Instant last, String hours)
            throws IOException {
        Path made = archive.made(path);
        Hashes.sync(made);
        return new Sealed(path, rows, Files.size(made), Hashes.sha256(made), first, last, hours);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /** A source's name as a folder's: letters, digits, point, hyphen and underline of any script; anything else becomes an underline. */
    static String folderName(String source) {
        String name = source.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "_" + name : name;
    }
}
