package org.hoshimori.core.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTests {

    private static final int MOST = 64;
    private static final String CHEAP = new PasswordHashing(64, 1).encode("right");

    private final PasswordHashing hashing = new PasswordHashing(19_456, 2);

    @Test
    void letsOthersLogInWhileOneAddressGuesses() throws Exception {
        String hash = hashing.encode("Tanuki7-odori+Kaze");
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> flood = new ArrayList<>();
            for (int n = 0; n < MOST; n++) {
                String guess = "guess-" + n;
                flood.add(clients.submit(() -> matches(guess, hash, "192.0.2.7")));
            }
            assertThat(clients.submit(() -> matches("Tanuki7-odori+Kaze", hash, "192.0.2.8"))
                            .get(30, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(flood.stream().filter(f -> !f.isDone()).count())
                    .as("guesses that still wait")
                    .isGreaterThan(MOST / 2);
            flood.forEach(f -> f.cancel(true));
        }
    }

    @Test
    void letsNoSixtyFifthOfAnAddressThroughHoweverFastTheyCome() throws Exception {
        List<Passage> passages = new ArrayList<>();
        List<Future<Optional<Passage>>> asked = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 1_000; n++) {
                asked.add(clients.submit(() -> {
                    Optional<Passage> passage = hashing.passage("192.0.2.7");
                    // As somebody who has been looked up, and waits for his or her hash.
                    passage.ifPresent(p -> p.matches("guess", CHEAP));
                    return passage;
                }));
            }
            for (Future<Optional<Passage>> each : asked) {
                each.get().ifPresent(passages::add);
            }
        }
        assertThat(passages).hasSize(MOST);
        assertThat(hashing.passage("192.0.2.7")).isEmpty();
        try (Passage other = hashing.passage("192.0.2.8").orElseThrow()) {
            assertThat(other.matches("guess", CHEAP)).isFalse();
        }
        passages.getFirst().close();
        assertThat(hashing.passage("192.0.2.7").map(p -> p.matches("guess", CHEAP)))
                .as("who comes after one has gone")
                .contains(false);
    }

    @Test
    void hasRoomForOthersWhereSomebodyStepsAside() {
        List<Passage> passages = fullLane();
        assertThat(hashing.passage("192.0.2.7")).isEmpty();
        assertThat(passages.getFirst().aside(() -> {
                    try (Passage other = hashing.passage("192.0.2.7").orElseThrow()) {
                        return !other.matches("guess", CHEAP);
                    }
                }))
                .isTrue();
        assertThat(hashing.passage("192.0.2.7")).as("back again").isEmpty();
        try (Passage known = hashing.passageOfKnown("192.0.2.7")) {
            assertThat(known.matches("guess", CHEAP)).isFalse();
            assertThat(known.aside(() -> false)).isFalse();
            assertThat(known.isLost()).isFalse();
        }
    }

    @Test
    void turnsAwayWhoeverComesBackWithNothingToAFullLane() {
        List<Passage> passages = fullLane();
        Passage late = passages.getFirst();
        Optional<Passage> newcomer = late.aside(() -> false) ? Optional.empty() : hashing.passage("192.0.2.7");
        assertThat(newcomer).as("came back, as there was room").isEmpty();
        assertThat(late.isLost()).isFalse();
        assertThat(late.aside(() -> hashing.passage("192.0.2.7").isEmpty())).isFalse();
        assertThat(late.isLost()).as("somebody else has come").isTrue();
        late.close();
        assertThat(hashing.passage("192.0.2.7"))
                .as("whoever was turned away leaves no room behind")
                .isEmpty();
        passages.get(1).close();
        assertThat(hashing.passage("192.0.2.7")).isPresent();
    }

    private List<Passage> fullLane() {
        return IntStream.range(0, MOST)
                .mapToObj(_ -> hashing.passage("192.0.2.7").orElseThrow())
                .peek(p -> p.matches("guess", CHEAP))
                .toList();
    }

    private boolean matches(String password, String hash, String address) {
        try (Passage passage = hashing.passage(address).orElseThrow()) {
            return passage.matches(password, hash);
        }
    }

    @Test
    void keepsTheThreadsOfRequestsFree() {
        assertThat(matches("wrong", hashing.encode("right"), "192.0.2.7")).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(t -> t.getName().startsWith("hash-"))
                .isNotEmpty()
                .allMatch(t -> !t.isVirtual() && t.isDaemon());
    }
}
