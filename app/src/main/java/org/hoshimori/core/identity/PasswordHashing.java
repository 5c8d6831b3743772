package org.hoshimori.core.identity;

import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB and two rounds (OWASP's first choice of 2024). At most one hash a core is computed at a time, the rest
 * wait their turn, so that many log-ins at once take neither all memory nor each other's time.
 */
@Component
class PasswordHashing {

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int ROUNDS = 2;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    /** Compared with where there is no such person, so that the time tells nothing. */
    private final String nobodys;

    @Autowired
    PasswordHashing() {
        this(MEMORY_KIB, ROUNDS);
    }

    PasswordHashing(int memoryKib, int rounds) {
        this.encoder = new Argon2PasswordEncoder(SALT, LENGTH, 1, memoryKib, rounds);
        this.nobodys = encode("nobody");
    }

    final String encode(String password) {
        cores.acquireUninterruptibly();
        try {
            return String.valueOf(encoder.encode(password));
        } finally {
            cores.release();
        }
    }

    boolean matches(String password, String hash) {
        cores.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            cores.release();
        }
    }

    /** Takes as long as a real comparison. */
    void compareWithNobodys(String password) {
        matches(password, nobodys);
    }
}
