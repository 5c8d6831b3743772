package org.hoshimori.core.passwords;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB and two rounds (OWASP's first choice of 2024). At most one hash a core is computed at a time, and no more
 * than a quarter of the heap holds; the rest wait their turn, so that many log-ins at once take neither all memory nor each
 * other's time. Hashes have threads of their own, which the machine can interrupt: on those of requests, which give way only when they
 * wait for something, everybody else would stand still meanwhile. And they come from one network address a few at a time, so that whoever
 * guesses from there lets others log in.
 */
@Component
public class PasswordHashing {

    private static final int MEMORY_KIB = 19_456;
    private static final int ROUNDS = 2;
    private static final int SHARE_OF_HEAP = 4;
    private static final int KIB = 1_024;
    private static final int LANES = 1_024;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Argon2 argon;
    private final ThreadPoolExecutor threads;
    /** By address; two addresses may share one. */
    private final Lane[] lanes = new Lane[LANES];
    /** Compared with where there is no such person, so that the time tells nothing. */
    private final String nobodys;

    @Autowired
    PasswordHashing() {
        this(MEMORY_KIB, ROUNDS);
    }

    /** Of so much memory and so many rounds. */
    public PasswordHashing(int memoryKib, int rounds) {
        Runtime machine = Runtime.getRuntime();
        int atOnce =
                Math.clamp(machine.maxMemory() / SHARE_OF_HEAP / KIB / memoryKib, 1, machine.availableProcessors());
        this.argon = new Argon2(memoryKib, rounds);
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("hash-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        Arrays.setAll(lanes, _ -> new Lane(atOnce));
        this.nobodys = encode("nobody");
    }

    /** The hash of a password, as Argon2 writes it. */
    public final String encode(String password) {
        return turn(() -> argon.encode(password));
    }

    /** The way of one log-in from this address, from the door to its answer; none if too many from there are on theirs. */
    public Optional<Passage> passage(String address) {
        Lane lane = lane(address);
        return lane.enter() ? Optional.of(Passage.atTheDoor(this, lane)) : Optional.empty();
    }

    /** The same for somebody who is logged in and confirms it: there is always one. */
    public Passage passageOfKnown(String address) {
        Lane lane = lane(address);
        lane.comeBack(true);
        return Passage.always(this, lane);
    }

    /** Whether it is the hash of this password. */
    public boolean matches(String password, String hash) {
        return turn(() -> argon.matches(password, hash));
    }

    String nobodys() {
        return nobodys;
    }

    private Lane lane(String address) {
        return lanes[Math.floorMod(address.hashCode(), LANES)];
    }

    private <T> T turn(Supplier<T> hash) {
        return CompletableFuture.supplyAsync(hash, threads).join();
    }
}
