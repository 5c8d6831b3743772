package org.hoshimori.core.api;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is asked of a list.
 *
 * @param filters as the address has them, declared ones only
 * @param page from 1
 */
public record Wish(Map<String, String> filters, int page) {

    /** A filter's value can't be read. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String filter;

        /** Names it. */
        public Unreadable(String filter) {
            super(filter);
            this.filter = filter;
        }

        /** Which one. */
        public String filter() {
            return filter;
        }
    }

    /** A filter's value; empty where it was not given. */
    public String text(String filter) {
        return filters.getOrDefault(filter, "");
    }

    /** Whether it is given as {@code true}. */
    public boolean truth(String filter) {
        return text(filter).equals("true");
    }

    /** An id. */
    public Optional<UUID> id(String filter) {
        if (text(filter).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ids.read(text(filter)).orElseThrow(() -> new Unreadable(filter)));
    }

    /** A whole number, or what stands for its absence. */
    public int number(String filter, int otherwise) {
        if (text(filter).isEmpty()) {
            return otherwise;
        }
        if (!text(filter).matches("\\d{1,9}")) {
            throw new Unreadable(filter);
        }
        return Integer.parseInt(text(filter));
    }
}
