package org.hoshimori.core.exchange;

import java.util.concurrent.CancellationException;

/** How far a backup has come; anybody may look at it or ask it to stop. */
public final class BackupProgress {

    private volatile long done;
    private volatile long total;
    private volatile boolean cancelled;

    /** About so many bytes are to be read. */
    void expect(long bytes) {
        total = bytes;
    }

    /** So many more bytes were read. */
    synchronized void add(long bytes) {
        if (cancelled) {
            throw new CancellationException();
        }
        done += bytes;
    }

    /** Stops the backup at its next step; nothing of it is kept. */
    public void cancel() {
        cancelled = true;
    }

    /** From 0 to 99; an estimate. */
    public int percent() {
        long all = total;
        return all <= 0 ? 0 : (int) Math.min(99, done * 100 / all);
    }
}
