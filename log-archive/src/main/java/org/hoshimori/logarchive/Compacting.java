package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.hoshimori.logarchive.Entry.Sealed;

/**
 * Makes one file of the many small ones that a source's day may consist of, such as a listener's. The same rows; only files that are still
 * what the manifest says are taken, and the manifest keeps what they were.
 */
public final class Compacting {

    /** Files larger than this stay as they are. */
    static final long LARGE = 64L << 20;

    private Compacting() {}

    /**
     * What was done.
     *
     * @param changed files that are not what the manifest says; they and their day were left alone
     */
    public record Result(int days, int before, int after, long bytesBefore, long bytesAfter, List<String> changed) {}

    /** Compacts every day of every source that has several small files; a crash leaves each day as it was or as it shall be. */
    public static Result of(Archive archive) throws IOException {
        int days = 0;
        int before = 0;
        long bytesBefore = 0;
        long bytesAfter = 0;
        List<String> changed = new ArrayList<>();
        try (Archive.Writing writing = archive.write();
                DuckDBConnection engine = Engine.open(archive.tmp())) {
            for (Map.Entry<String, List<Sealed>> day : small(writing.manifest()).entrySet()) {
                List<String> wrong = changed(archive, day.getValue());
                changed.addAll(wrong);
                if (wrong.isEmpty() && day.getValue().size() > 1) {
                    Sealed made = one(archive, writing.manifest(), engine, day.getKey(), day.getValue());
                    days++;
                    before += day.getValue().size();
                    bytesBefore +=
                            day.getValue().stream().mapToLong(Sealed::bytes).sum();
                    bytesAfter += made.bytes();
                }
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new Result(days, before, days, bytesBefore, bytesAfter, changed);
    }

    /** Small files of rows by folder, which is a source and a day. */
    private static Map<String, List<Sealed>> small(Manifest manifest) {
        return Archive.present(manifest).values().stream()
                .filter(f -> f.path().startsWith("rows/") && f.bytes() < LARGE)
                .collect(Collectors.groupingBy(
                        f -> f.path().substring(0, f.path().lastIndexOf('/')), TreeMap::new, Collectors.toList()));
    }

    private static List<String> changed(Archive archive, List<Sealed> files) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Sealed file : files) {
            Path path = archive.folder().resolve(file.path());
            if (!Files.exists(path) || !Hashes.sha256(path).equals(file.sha256())) {
                wrong.add(file.path());
            }
        }
        return wrong;
    }

    private static Sealed one(
            Archive archive, Manifest manifest, DuckDBConnection engine, String folder, List<Sealed> files)
            throws SQLException, IOException {
        long number = manifest.nextNumber();
        String path = folder + String.format(Locale.ROOT, "/%09d.parquet", number);
        Path made = archive.made(path);
        long rows = files.stream().mapToLong(Sealed::rows).sum();
        try (Statement sql = engine.createStatement()) {
            String all = "(SELECT * FROM read_parquet("
                    + Engine.list(files.stream()
                            .map(f -> archive.folder().resolve(f.path()))
                            .toList())
                    + ", union_by_name = true, hive_partitioning = false) ORDER BY src_endpoint_ip, time)";
            sql.execute("COPY " + all + " TO " + Engine.quoted(made) + " " + Engine.parquet(columns(sql, all)));
            try (ResultSet count = sql.executeQuery("SELECT count(*) FROM read_parquet(" + Engine.quoted(made) + ")")) {
                if (!count.next() || count.getLong(1) != rows) {
                    throw new IOException(path + ": " + rows + " rows expected");
                }
            }
        }
        Hashes.sync(made);
        Sealed sealed = new Sealed(
                path,
                rows,
                Files.size(made),
                Hashes.sha256(made),
                files.stream()
                        .map(Sealed::first)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                files.stream()
                        .map(Sealed::last)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                hours(files));
        manifest.append(new Entry.Compacted(
                number, manifest.head(), Instant.now(), source(manifest, files.getFirst()), files, List.of(sealed)));
        archive.place(List.of(sealed));
        archive.delete(files);
        return sealed;
    }

    private static List<Column> columns(Statement sql, String rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet described = sql.executeQuery("DESCRIBE " + rows)) {
            while (described.next()) {
                columns.add(Objects.requireNonNull(Column.named(described.getString(1))));
            }
        }
        return columns;
    }

    /** Whose rows they are; several sources whose names make one folder share a file as they share the folder. */
    private static String source(Manifest manifest, Sealed file) {
        for (Entry entry : manifest.entries()) {
            if (entry instanceof Entry.Imported imported && imported.files().contains(file)) {
                return imported.source();
            }
            if (entry instanceof Entry.Compacted compacted && compacted.into().contains(file)) {
                return compacted.source();
            }
        }
        return "";
    }

    private static String hours(List<Sealed> files) {
        StringBuilder hours = new StringBuilder("0".repeat(24));
        for (Sealed file : files) {
            for (int h = 0; h < file.hours().length(); h++) {
                if (file.hours().charAt(h) == '1') {
                    hours.setCharAt(h, '1');
                }
            }
        }
        return hours.toString();
    }
}
