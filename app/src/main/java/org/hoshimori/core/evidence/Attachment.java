package org.hoshimori.core.evidence;

import java.util.Map;

/**
 * A file that belongs to an entry.
 *
 * @param sha256 of its content, 64 hexadecimal digits
 * @param name as its sender called it; never a path
 * @param type the media type by its content
 * @param size in bytes
 */
public record Attachment(String sha256, String name, String type, long size) {

    /** The same as a detail holds it. */
    Map<String, Object> detail() {
        return Map.of("sha256", sha256, "name", name, "type", type, "size", size);
    }
}
