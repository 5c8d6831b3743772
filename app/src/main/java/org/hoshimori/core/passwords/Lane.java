package org.hoshimori.core.passwords;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who log in from one network address. A few at a time come through its door and are looked up, and there only if no more
 * than {@value #MOST} are inside: so a thousand who arrive at once are counted one by one, and whoever steps aside to wait for an
 * account's turn takes nobody's place.
 */
final class Lane {

    private static final int MOST = 64;
    private static final int AT_THE_DOOR = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore door = new Semaphore(AT_THE_DOOR, true);
    private final Semaphore hashes;
    private final AtomicInteger inside = new AtomicInteger();

    /** Of which so many are hashed for at once. */
    Lane(int atOnce) {
        this.hashes = new Semaphore(atOnce, true);
    }

    /** Waits for the door; false if it is full inside, or nobody moves on. Who is in leaves the door and the lane. */
    boolean enter() {
        if (!doorReached()) {
            return false;
        }
        if (!comeBack(false)) {
            leaveTheDoor();
            return false;
        }
        return true;
    }

    private boolean doorReached() {
        try {
            return door.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leaveTheDoor() {
        door.release();
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** After stepping aside, or by another door; false, and nothing done, if it is full and that counts. */
    boolean comeBack(boolean howeverFull) {
        if (inside.incrementAndGet() > MOST && !howeverFull) {
            leave();
            return false;
        }
        return true;
    }

    void beginHash() {
        hashes.acquireUninterruptibly();
    }

    void endHash() {
        hashes.release();
    }
}
