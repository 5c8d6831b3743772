package org.hoshimori.core.identity;

import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB and two rounds (OWASP's first choice of 2024). At most one hash a core is computed at a time, and no more
 * than a quarter of the heap holds; the rest wait their turn, so that many log-ins at once take neither all memory nor each
 * other's time.
 */
@Component
class PasswordHashing {

    private static final int MEMORY_KIB = 19_456;
    private static final int ROUNDS = 2;
    private static final int SHARE_OF_HEAP = 4;
    private static final int KIB = 1_024;

    private final Argon2 argon;
    private final Semaphore turns;
    /** Compared with where there is no such person, so that the time tells nothing. */
    private final String nobodys;

    @Autowired
    PasswordHashing() {
        this(MEMORY_KIB, ROUNDS);
    }

    PasswordHashing(int memoryKib, int rounds) {
        Runtime machine = Runtime.getRuntime();
        int atOnce =
                Math.clamp(machine.maxMemory() / SHARE_OF_HEAP / KIB / memoryKib, 1, machine.availableProcessors());
        this.argon = new Argon2(memoryKib, rounds, atOnce);
        this.turns = new Semaphore(atOnce, true);
        this.nobodys = encode("nobody");
    }

    final String encode(String password) {
        turns.acquireUninterruptibly();
        try {
            return argon.encode(password);
        } finally {
            turns.release();
        }
    }

    boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return argon.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    /** Takes as long as a real comparison. */
    void compareWithNobodys(String password) {
        matches(password, nobodys);
    }
}
