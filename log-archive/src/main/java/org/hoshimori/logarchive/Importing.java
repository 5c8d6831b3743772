package org.hoshimori.logarchive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.hoshimori.logarchive.Entry.Origin;
import org.hoshimori.logarchive.LogFormat.Setting;

/** Files of logs become rows of the archive: at least once after any crash, never twice, whatever the file is called or packed with. */
public final class Importing {

    static final int HEAD = 4096;
    private static final int LOOK = 1 << 16;
    private static final long BATCH = 256L << 20;

    private final Archive archive;
    private final Options options;
    private long batchBytes = BATCH;

    private Importing(Archive archive, Options options) {
        this.archive = archive;
        this.options = options;
    }

    /**
     * How to read.
     *
     * @param format a format's name, or {@code auto}
     * @param source whose log it is; empty: the format's name
     * @param zone of times that name none
     * @param formats what can be read
     */
    public record Options(String format, String source, ZoneId zone, Formats formats) {
        /** Everything found out, times of Japan where none are named. */
        public static Options standard() {
            return new Options("auto", "", ZoneId.of("Asia/Tokyo"), Formats.shipped());
        }
    }

    /**
     * What became of a file.
     *
     * @param known how many bytes of it the archive had already
     * @param aside lines set aside, by reason
     */
    public record Outcome(
            String file,
            String source,
            String format,
            long lines,
            long rows,
            Map<String, Long> aside,
            long bytes,
            long known,
            String first,
            String last) {}

    /** Imports these files and the files of these folders in turn; each outcome is told at once. */
    public static void run(Archive archive, Options options, List<Path> paths, Consumer<Outcome> told)
            throws IOException {
        Importing importing = new Importing(archive, options);
        try (DuckDBConnection engine = Engine.open(archive.tmp())) {
            BatchFiles files = new BatchFiles(archive, engine);
            for (Path path : LogFiles.of(paths)) {
                told.accept(importing.file(path, path.toString(), asOf(path), files));
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Instant asOf(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    /** With smaller batches, for tests. */
    static Outcome one(Archive archive, Options options, Path file, Instant asOf, long batchBytes) throws IOException {
        Importing importing = new Importing(archive, options);
        importing.batchBytes = batchBytes;
        try (DuckDBConnection engine = Engine.open(archive.tmp())) {
            return importing.file(file, file.toString(), asOf, new BatchFiles(archive, engine));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    Outcome file(Path file, String name, Instant asOf, BatchFiles files) throws IOException, SQLException {
        byte[] look = look(file);
        LogFormat format = options.formats().choose(options.format(), look);
        Totals totals = totals(file, format);
        try {
            file(file, name, asOf, files, look, format.narrowed(look), totals);
        } catch (OtherColumns e) {
            file(file, name, asOf, files, look, format, totals); // what is in the archive already is known there
        }
        return totals.outcome();
    }

    private Totals totals(Path file, LogFormat format) {
        String source = options.source().isEmpty() ? format.name() : options.source();
        return new Totals(file.toString(), source, format.name());
    }

    private void file(
            Path file, String name, Instant asOf, BatchFiles files, byte[] look, LogFormat format, Totals totals)
            throws IOException, SQLException {
        String source = totals.source;
        Setting setting = new Setting(options.zone(), asOf);
        Known known;
        try (Archive.Writing writing = archive.write()) {
            known = Known.of(writing.manifest(), look, file);
        }
        totals.known(known.length());
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = Content.open(file)) {
            Known.skip(in, known.length(), digest);
            Blocks blocks = new Blocks(in, digest, format.heading());
            if (known.length() > 0) {
                blocks.heading(Headings.of(format.heading(), look));
            }
            boolean oneDay = Ends.sameDay(file, look, format, setting);
            long lines = known.lines();
            while (true) {
                long from = known.length() + blocks.handedOut();
                blocks.batch(batchBytes);
                Batch batch = new Batch(blocks, format, setting, oneDay);
                try (Archive.Writing writing = archive.write()) {
                    BatchFiles.Written written = files.write(
                            batch, source, format, lines, writing.manifest().nextNumber());
                    long to = known.length() + blocks.handedOut();
                    if (to == from) {
                        break;
                    }
                    lines += batch.lines();
                    int headLength = (int) Math.min(HEAD, Math.min(look.length, to));
                    Origin origin = new Origin(
                            name, Hashes.soFar(digest), Hashes.sha256(look, headLength), headLength, from, to, lines);
                    Entry.Imported entry = new Entry.Imported(
                            writing.manifest().nextNumber(),
                            writing.manifest().head(),
                            Instant.now(),
                            source,
                            format.name(),
                            origin,
                            written.files(),
                            written.aside(),
                            batch.ahead(),
                            batch.behind());
                    writing.manifest().append(entry);
                    archive.place(written.files());
                    totals.add(batch, written, to - from);
                }
                if (blocks.done()) {
                    break;
                }
            }
        }
    }

    static byte[] look(Path file) throws IOException {
        try (InputStream in = Content.open(file)) {
            return in.readNBytes(LOOK);
        }
    }

    /** Sums of a file's batches. */
    private static final class Totals {
        private final String file;
        private final String source;
        private final String format;
        private final Map<String, Long> aside = new TreeMap<>();
        private long lines;
        private long rows;
        private long bytes;
        private long known;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Totals(String file, String source, String format) {
            this.file = file;
            this.source = source;
            this.format = format;
        }

        /** What the archive had before anything of this import. */
        void known(long length) {
            known = bytes == 0 ? length : known;
        }

        void add(Batch batch, BatchFiles.Written written, long more) {
            lines += batch.lines();
            rows += batch.rows();
            bytes += more;
            written.aside().forEach((reason, n) -> aside.merge(reason, n, Long::sum));
            for (Batch.Hour hour : batch.hours().values()) {
                first = Math.min(first, hour.first());
                last = Math.max(last, hour.last());
            }
        }

        Outcome outcome() {
            return new Outcome(
                    file,
                    source,
                    format,
                    lines,
                    rows,
                    aside,
                    bytes,
                    known,
                    rows == 0 ? "" : BatchFiles.instant(first).toString(),
                    rows == 0 ? "" : BatchFiles.instant(last).toString());
        }
    }
}
