package org.hoshimori.core.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dumped database is made of.
 *
 * @param digest of all migrations of the version that dumped it
 * @param migrations each that had run, by room's schema and in their order
 */
public record DatabaseShape(String digest, List<Migrated> migrations, List<Table> tables, List<Counter> counters) {

    /** A migration that has run. */
    public record Migrated(
            String schema, String version, @Nullable Integer checksum, String script) {}

    /** A table's columns, in the order of the dump. */
    public record Table(String schema, String name, List<String> columns) {

        /** Schema and name. */
        public String full() {
            return schema + "." + name;
        }
    }

    /** A sequence: the last number given out, if {@code called}. */
    public record Counter(String schema, String name, long last, boolean called) {}
}
