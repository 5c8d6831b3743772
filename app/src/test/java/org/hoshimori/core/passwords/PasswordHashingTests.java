package org.hoshimori.core.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordHashingTests {

    private static final int FLOOD = 200;

    private final PasswordHashing hashing = new PasswordHashing(19_456, 2);

    @Test
    void letsOthersLogInWhileOneAddressGuesses() throws Exception {
        String hash = hashing.encode("Tanuki7-odori+Kaze");
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> flood = new ArrayList<>();
            for (int n = 0; n < FLOOD; n++) {
                String guess = "guess-" + n;
                flood.add(clients.submit(() -> hashing.matches(guess, hash, "192.0.2.7")));
            }
            assertThat(clients.submit(() -> hashing.matches("Tanuki7-odori+Kaze", hash, "192.0.2.8"))
                            .get(30, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(hashing.crowded("192.0.2.7")).isTrue();
            assertThat(hashing.crowded("192.0.2.8")).isFalse();
            assertThat(flood.stream().filter(f -> !f.isDone()).count())
                    .as("guesses that still wait")
                    .isGreaterThan(FLOOD / 2);
            flood.forEach(f -> f.cancel(true));
        }
    }

    @Test
    void keepsTheThreadsOfRequestsFree() {
        assertThat(hashing.matches("wrong", hashing.encode("right"), "192.0.2.7"))
                .isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(t -> t.getName().startsWith("hash-"))
                .isNotEmpty()
                .allMatch(t -> !t.isVirtual() && t.isDaemon());
    }
}
