package org.hoshimori.proof;

import java.util.HexFormat;

/** An entry as a line of {@code entries.jsonl}: canonical JSON, the MAC left out, the detail as JSON. */
final class EntryLine {

    private EntryLine() {}

    /** Refuses a detail that is not canonical JSON, for it would not be exported as it is. */
    static byte[] write(Entry entry) {
        Json.Obj line = Json.object()
                .with("header", entry.header().json())
                .with("commitment", Json.of(entry.commitment().hex()))
                .with("leaf", Json.of(entry.leaf().hex()));
        byte[] detail = entry.detail();
        byte[] salt = entry.salt();
        line = detail == null ? line : line.with("detail", CanonicalJson.parseCanonical(detail));
        line = salt == null ? line : line.with("salt", Json.of(HexFormat.of().formatHex(salt)));
        return CanonicalJson.bytes(line);
    }

    static Entry read(byte[] line) {
        Members members = new Members(CanonicalJson.parseCanonical(line));
        Json detail = members.orNull("detail");
        String salt = members.textOrNull("salt");
        Entry entry = new Entry(
                Header.of(members.any("header")),
                detail == null ? null : CanonicalJson.bytes(detail),
                salt == null ? null : Hash.unhex(salt),
                members.hash("commitment"),
                members.hash("leaf"),
                null);
        members.end();
        return entry;
    }
}
