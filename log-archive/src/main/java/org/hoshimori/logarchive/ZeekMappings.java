package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Zeek's logs by their {@code #path}, the same for both of its ways to write. */
final class ZeekMappings {

    private static final Mapping OTHER = Mapping.shipped("zeek");
    private static final Map<String, Mapping> BY_PATH = Map.of(
            "conn", Mapping.shipped("zeek-conn"),
            "http", Mapping.shipped("zeek-http"),
            "dns", Mapping.shipped("zeek-dns"),
            "dhcp", Mapping.shipped("zeek-dhcp"),
            "ssl", Mapping.shipped("zeek-ssl"));

    private ZeekMappings() {}

    static Mapping of(String path) {
        return BY_PATH.getOrDefault(path, OTHER);
    }

    static boolean knows(String path) {
        return BY_PATH.containsKey(path);
    }

    /** A log that names no connection is of no class. */
    static void classify(Mapping mapping, Rows row) {
        if (mapping.equals(OTHER) && !row.has(Column.SRC_ENDPOINT_IP)) {
            row.put(Column.CLASS_UID, 0);
        }
    }

    /** Which log a line without a path is of, by fields that only that log has; empty if nobody can say. */
    static String guess(Predicate<String> has) {
        if (has.test("conn_state")) {
            return "conn";
        }
        if (has.test("trans_depth")) {
            return "http";
        }
        if (has.test("qtype") || has.test("qclass") || (has.test("trans_id") && has.test("query"))) {
            return "dns";
        }
        if (has.test("msg_types") || has.test("assigned_addr") || has.test("assigned_ip")) {
            return "dhcp";
        }
        return has.test("established") || has.test("cipher") ? "ssl" : "";
    }

    static Set<Column> columns() {
        Set<Column> all = EnumSet.noneOf(Column.class);
        BY_PATH.values().forEach(m -> all.addAll(m.columns()));
        return all;
    }
}
