package org.hoshimori.core.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of a list in an order that does not change by itself.
 *
 * @param total how many there are on all pages together; unknown of a list that is read on from a place
 * @param size how many a page holds at most
 * @param next the filter and its value by which such a list goes on
 */
public record Found<V>(List<V> items, OptionalLong total, int size, Optional<Map.Entry<String, String>> next) {

    /** Keeps its own copy. */
    public Found {
        items = List.copyOf(items);
    }

    /** A page of so many. */
    public Found(List<V> items, long total, int size) {
        this(items, OptionalLong.of(total), size, Optional.empty());
    }

    /** All there is, where that is never much. */
    public static <V> Found<V> all(List<V> items) {
        return new Found<>(items, items.size(), Math.max(1, items.size()));
    }

    /** One page of all there is, where that is in memory anyway. */
    public static <V> Found<V> part(List<V> all, int page, int size) {
        long first = (page - 1L) * size;
        return new Found<>(all.stream().skip(first).limit(size).toList(), all.size(), size);
    }

    /** What follows a place in a list that grows, and by which filter it goes on. */
    public static <V> Found<V> from(List<V> items, int size, Optional<Map.Entry<String, String>> next) {
        return new Found<>(items, OptionalLong.empty(), size, next);
    }
}
