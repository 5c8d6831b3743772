package org.hoshimori.logarchive;

/** Told how far long work has come; whoever wants it to end throws. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks. */
    Progress UNSEEN = (done, total) -> {};

    /** So many parts of so many are done. */
    void at(int done, int total);
}
