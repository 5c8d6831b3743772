package org.hoshimori.oscal;

/** How large a document may be; the largest published catalogs stay far below. */
final class Limits {

    /** Bytes of one file. */
    static final int FILE_SIZE = 64 * 1024 * 1024;

    /** Levels of nesting. */
    static final int DEPTH = 100;

    /** Values in one document, those that YAML aliases repeat counted each time. */
    static final int NODES = 2_000_000;

    /** Profiles that import one another in a chain. */
    static final int IMPORTS_DEEP = 50;

    /** Controls of a resolved catalog. */
    static final int CONTROLS = 200_000;

    private Limits() {}
}
