package org.hoshimori.core.api;

import java.util.List;

/**
 * Something else than a resource that tokens open.
 *
 * @param scope the room whose scope a token needs: to read for GET, to write for all else
 * @param paths where it is; what is below them belongs to it
 * @param changes whether something can be changed there
 */
public record Scoped(String scope, List<String> paths, boolean changes) {

    /** Keeps its own copy. */
    public Scoped {
        paths = List.copyOf(paths);
    }

    /** Whether an address belongs to it. */
    public boolean covers(String address) {
        return paths.stream().anyMatch(p -> address.equals(p) || address.startsWith(p + "/"));
    }
}
