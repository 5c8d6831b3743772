package org.hoshimori.core.api;

import java.util.List;

/**
 * What a list may be narrowed by.
 *
 * @param choices what it may say, where that is not free
 */
public record Filter(String name, Kind kind, List<String> choices) {

    /** What its value is. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** An id. */
        ID,
        /** A whole number. */
        NUMBER,
        /** One of several codes. */
        CHOICE
    }

    /** Keeps its own copy. */
    public Filter {
        choices = List.copyOf(choices);
    }

    /** Free text. */
    public static Filter text(String name) {
        return new Filter(name, Kind.TEXT, List.of());
    }

    /** An id. */
    public static Filter id(String name) {
        return new Filter(name, Kind.ID, List.of());
    }

    /** A whole number. */
    public static Filter number(String name) {
        return new Filter(name, Kind.NUMBER, List.of());
    }

    /** Yes, unless it is left out. */
    public static Filter truth(String name) {
        return choice(name, "true", "false");
    }

    /** One of several codes. */
    public static Filter choice(String name, String... codes) {
        return new Filter(name, Kind.CHOICE, List.of(codes));
    }

    /** One of several codes. */
    public static Filter choice(String name, List<String> codes) {
        return new Filter(name, Kind.CHOICE, codes);
    }
}
