package org.hoshimori.core.sheets;

/** Leaves a reader half-way; never leaves the room. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SheetFile.Problem why;
    private final String where;

    Unreadable(SheetFile.Problem why, String where) {
        super(why + " " + where, null, false, false);
        this.why = why;
        this.where = where;
    }

    SheetFile.Problem why() {
        return why;
    }

    String where() {
        return where;
    }
}
