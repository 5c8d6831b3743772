package org.hoshimori.core.exchange;

import java.time.Instant;
import java.util.List;
import org.hoshimori.core.storage.DatabaseShape;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param type {@code hoshimori-backup/1}
 * @param version of the product that made it
 * @param key names the key under which {@code manifest.mac} was made
 * @param parts every other file in it
 */
record Manifest(
        String type, String id, String version, Instant madeAt, String key, DatabaseShape database, List<Part> parts) {

    static final String TYPE = "hoshimori-backup/1";
    static final String NAME = "manifest.json";
    static final String MAC = "manifest.mac";
    static final String TABLES = "tables/";
    static final String FILES = "files/";

    /**
     * A file in a backup.
     *
     * @param sha256 64 hexadecimal digits
     * @param size in bytes, unpacked
     * @param rows of a table; 0 for other files
     */
    record Part(String name, String sha256, long size, long rows) {}

    byte[] bytes() {
        return JsonMapper.shared().writeValueAsBytes(this);
    }

    /** Refuses what is no manifest: {@link JacksonException}. */
    static Manifest parse(byte[] json) {
        return JsonMapper.shared().readValue(json, Manifest.class);
    }
}
