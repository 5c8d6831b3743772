package org.hoshimori.logarchive;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the batch at hand as a table of the engine, {@code log_lines()}: our parsers run in the engine's own threads, and what they
 * read goes straight into its sorting. Times are microseconds here; {@link #ORDER} sorts by host and time.
 */
final class LogLines implements DuckDBTableFunction<String, int[], LogLines.Worker> {

    private static final long HOUR = 3_600_000_000L;

    /** By host and time; two numbers stand for the host, which the engine compares several times as fast as its text. */
    static final String ORDER = "host_begins, host_ends, time";

    private static final List<Column> COLUMNS = List.of(Column.values());

    private final int threads;
    private @Nullable Batch batch;
    private @Nullable Exception failure;

    LogLines(int threads) {
        this.threads = threads;
    }

    void begin(Batch next) {
        batch = next;
        failure = null;
    }

    /** What broke a reader, which the engine only tells in words. */
    @Nullable
    Exception failure() {
        return failure;
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
        for (Column c : Column.values()) {
            info.addResultColumn(
                    c.sql(),
                    switch (c.kind()) {
                        case TEXT -> DuckDBColumnType.VARCHAR;
                        case SMALL -> DuckDBColumnType.INTEGER;
                        case WHOLE, TIME -> DuckDBColumnType.BIGINT;
                    });
        }
        info.addResultColumn("host_begins", DuckDBColumnType.BIGINT);
        info.addResultColumn("host_ends", DuckDBColumnType.BIGINT);
        return "";
    }

    @Override
    public int[] init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(threads);
        int[] wanted = new int[Math.toIntExact(info.getColumnCount())];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.toIntExact(info.getColumnIndex(i));
        }
        return wanted;
    }

    @Override
    public Worker localInit(DuckDBTableFunctionInitInfo info) {
        if (batch == null) {
            throw new IllegalStateException("no batch");
        }
        return new Worker(batch);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) throws Exception {
        Worker worker = info.getLocalInitData();
        int[] wanted = info.getInitData();
        try {
            Rows rows = worker.fill(Math.toIntExact(out.capacity()));
            for (int i = 0; i < wanted.length; i++) {
                write(rows, wanted[i], out.vector(i));
            }
            return rows.size();
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private static void write(Rows rows, int column, DuckDBWritableVector to) {
        if (column >= Column.COUNT) {
            rows.writeOrder(Column.SRC_ENDPOINT_IP, column == Column.COUNT ? 0 : TextOrder.LENGTH, to);
        } else {
            rows.write(COLUMNS.get(column), to);
        }
    }

    /** One thread's reading. */
    static final class Worker {

        private final Batch batch;
        private final LineReader reader;
        private final Line line = new Line();
        private @Nullable Rows rows;
        private @Nullable Block block;
        private int position;
        private int lineInBlock;
        private String heading = "";

        Worker(Batch batch) {
            this.batch = batch;
            this.reader = batch.reader();
        }

        Rows fill(int capacity) throws IOException {
            Rows to = rows == null ? new Rows(capacity) : rows;
            rows = to;
            to.clear();
            while (!to.full()) {
                Block current = block;
                if (current == null || position >= current.length()) {
                    current = advance();
                    if (current == null) {
                        break;
                    }
                }
                readLine(current, to);
            }
            tell(to);
            return to;
        }

        private @Nullable Block advance() throws IOException {
            if (block != null) {
                batch.lines(block.index(), lineInBlock);
            }
            Block next = batch.blocks().next();
            block = next;
            position = 0;
            lineInBlock = 0;
            if (next != null && !next.heading().equals(heading)) {
                heading = next.heading();
                reader.heading(heading);
            }
            return next;
        }

        private void readLine(Block from, Rows to) {
            byte[] bytes = from.bytes();
            int end = position;
            int length = from.length();
            while (end < length && bytes[end] != '\n') {
                end++;
            }
            line.at(bytes, position, end);
            position = end + 1;
            lineInBlock++;
            if (reader.passes(line)) {
                return;
            }
            Reason reason = from.cut()
                    ? Reason.TOO_LONG
                    : line.purity() == Line.Purity.BINARY ? Reason.BINARY : reader.read(line, to);
            if (reason == null && !to.has(Column.TIME)) {
                reason = Reason.NO_TIME;
            }
            if (reason == null) {
                to.keep();
            } else {
                to.drop();
                batch.aside(new Batch.Aside(from.index(), lineInBlock, reason, line.copy()));
            }
        }

        private void tell(Rows from) {
            Map<Long, Batch.Hour> hours = new HashMap<>();
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            long hour = Long.MIN_VALUE;
            long count = 0;
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int r = 0; r < from.size(); r++) {
                long time = from.number(Column.TIME, r);
                long its = Math.floorDiv(time, HOUR);
                if (its != hour) {
                    merge(hours, hour, count, first, last);
                    hour = its;
                    count = 0;
                    first = Long.MAX_VALUE;
                    last = Long.MIN_VALUE;
                }
                count++;
                first = Math.min(first, time);
                last = Math.max(last, time);
                if (from.given(Column.METADATA_LOGGED_TIME, r)) {
                    long ahead = time - from.number(Column.METADATA_LOGGED_TIME, r);
                    least = Math.min(least, ahead);
                    most = Math.max(most, ahead);
                }
            }
            merge(hours, hour, count, first, last);
            batch.took(from.size(), hours, least, most);
        }

        private static void merge(Map<Long, Batch.Hour> hours, long hour, long count, long first, long last) {
            if (count > 0) {
                hours.merge(hour, new Batch.Hour(count, first, last), Batch.Hour::with);
            }
        }
    }
}
