package org.hoshimori.postgres;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process, by looking again and again. */
final class Waiting {

    private static final long MOMENT = 5;

    private Waiting() {}

    static void aMoment() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database starts or stops", e);
        }
    }

    /** Whether it came true in time. */
    static boolean until(Duration patience, BooleanSupplier done) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            aMoment();
        }
        return true;
    }
}
