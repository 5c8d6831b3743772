package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What is still to come of a body that has been refused. Who sends it reads the answer only if somebody takes the rest; taken as fast
 * as it comes, it would keep the threads that everybody's requests share from all else. So it is taken by few at a time, slowly, and
 * not for long; who finds no place, or sends more, is hung up on.
 */
final class Remainder {

    private static final Semaphore PLACES = new Semaphore(16, true);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int MOST = 2 * 1_024 * 1_024;
    private static final int PART = 64 * 1_024;
    private static final int PAUSE_MILLIS = 40;

    private Remainder() {}

    /** Takes it and drops it. */
    static void drop(HttpServletRequest request) {
        try {
            if (PLACES.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    drop(request.getInputStream());
                } finally {
                    PLACES.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            // Whoever sent it has left, or somebody has read it; either way nothing is to be told.
            return;
        }
    }

    private static void drop(InputStream in) throws IOException, InterruptedException {
        byte[] part = new byte[PART];
        long until = System.nanoTime() + LONGEST.toNanos();
        int all = 0;
        for (int read = 0; read >= 0 && all < MOST && System.nanoTime() < until; read = in.read(part)) {
            if ((all + read) / PART > all / PART) {
                Thread.sleep(PAUSE_MILLIS);
            }
            all += read;
        }
    }
}
