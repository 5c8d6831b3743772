package org.hoshimori.logarchive;

/** A file goes on with lines of another kind than it began with: it must be read again with the columns of both. */
final class OtherColumns extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherColumns(String kind) {
        super(kind);
    }
}
