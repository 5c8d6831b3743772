package org.hoshimori.cli;

/** Exit codes. */
final class Exit {
    /** All is well. */
    static final int FINE = 0;
    /** The command worked and found something. */
    static final int FINDINGS = 1;
    /** The command was used wrongly, or its input can't be read. */
    static final int WRONG = 2;
    /** A fault of the program. */
    static final int FAULT = 3;

    private Exit() {}
}
