package org.hoshimori.logarchive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What rules are asked of: the engine within, or a cluster over the same files. Both read the same SQL ({@code docs/rule-sql.md}). */
public interface Asking extends AutoCloseable {

    /**
     * What a column holds: {@link String}, {@link Integer}, {@link Boolean}, or the microseconds of a time in UTC as {@link Long}; {@code ADDRESS}
     * is the text of one that {@link #addresses} made known.
     */
    enum Type {
        TEXT,
        ADDRESS,
        INTEGER,
        WHOLE,
        TRUTH,
        TIME
    }

    /** A column. */
    record Field(String name, Type type) {}

    /**
     * The rows that are asked about.
     *
     * @param home the folder that the files' days and sources are named below
     * @param log the files of the span
     * @param past those of before
     * @param columns what each file has
     */
    record Files(Path home, List<Path> log, List<Path> past, List<Field> columns) {}

    /** Opens it. */
    @FunctionalInterface
    interface Opening {
        Asking open(Archive archive, Files files) throws SQLException;
    }

    /** Makes a small table. */
    void table(String name, List<Field> fields, List<List<@Nullable Object>> rows) throws SQLException;

    /** Makes the texts in a table's only column, {@code ip}, known; {@code hm_address} of them may then be kept as something shorter. */
    void addresses(String table) throws SQLException;

    /** Keeps the answer to a question as a table, for questions after it. */
    void keep(String name, String sql) throws SQLException;

    /** Answers in the order asked for. Numbers and truth stay what they are; times are ISO 8601 in UTC; anything else is its text. */
    void answer(String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row) throws SQLException;

    @Override
    void close() throws SQLException;
}
