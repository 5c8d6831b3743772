package org.hoshimori.catalog;

/** A language in which the regulation is written; both have all ids, neither is a translation of the other. */
public enum Lang {
    /** Japanese. */
    JA,
    /** English. */
    EN;

    /** The tag of RFC 5646: {@code ja} or {@code en}. */
    public String tag() {
        return this == JA ? "ja" : "en";
    }

    /** The other of the two. */
    public Lang other() {
        return this == JA ? EN : JA;
    }

    /**
     * Reads {@code ja} or {@code en}.
     *
     * @throws IllegalArgumentException for any other tag
     */
    public static Lang of(String tag) {
        return switch (tag) {
            case "ja" -> JA;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("language " + tag);
        };
    }
}
