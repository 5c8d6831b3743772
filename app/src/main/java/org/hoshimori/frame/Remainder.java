package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

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
    private static final int BREATH_MILLIS = 100;

    private Remainder() {}

    /** Refuses, after a breath lest the next is sent at once, and then takes the rest and drops it. */
    static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, MessageSource messages)
            throws IOException {
        boolean place = false;
        try {
            place = PLACES.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            Thread.sleep(BREATH_MILLIS);
            CurtRefusal.send(response, status, messages);
            if (place) {
                dropped(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (place) {
                PLACES.release();
            }
        }
    }

    private static void dropped(HttpServletRequest request) throws InterruptedException {
        try {
            drop(request.getInputStream());
        } catch (IOException e) {
            // Whoever sent it has left or fallen silent; nothing is to be told.
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
