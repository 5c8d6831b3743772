package org.hoshimori.core.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets through no more attempts at an account than the regulation allows ({@code acc-2.b}); the rest wait or find it locked. */
@Component
public class Turnstile {

    /** Who acts where nobody is known to. */
    public static final Actor DOOR = Actor.system("log-in");

    private static final long PAUSE_MILLIS = 20;

    private static final int LINES = 1_024;

    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    /** By person; two people may share one. */
    private final Semaphore[] lines = new Semaphore[LINES];

    Turnstile(Attempts attempts, ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.events = events;
        Arrays.setAll(lines, _ -> new Semaphore(1, true));
    }

    /** Waits while all that may be tried are being tried; false if the account is locked. */
    public boolean enter(PersonId person, Door door, AccountRule rule) {
        return enter(person, door, rule, BooleanSupplier::getAsBoolean);
    }

    /**
     * The same.
     *
     * @param aside is handed the wait, where there is one, to make it where nobody else is kept waiting
     */
    boolean enter(PersonId person, Door door, AccountRule rule, Predicate<BooleanSupplier> aside) {
        return switch (attempts.take(person, door, rule)) {
            case TAKEN -> true;
            case LOCKED -> false;
            case WAIT -> aside.test(() -> waited(person, door, rule));
        };
    }

    /** Whoever is first in line asks the database again and again, the others stand still meanwhile. */
    private boolean waited(PersonId person, Door door, AccountRule rule) {
        Semaphore line = lines[Math.floorMod(person.hashCode(), LINES)];
        try {
            line.acquire();
            try {
                return firstInLine(person, door, rule);
            } finally {
                line.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean firstInLine(PersonId person, Door door, AccountRule rule) throws InterruptedException {
        Attempts.Place answer = attempts.take(person, door, rule);
        while (answer == Attempts.Place.WAIT) {
            Thread.sleep(PAUSE_MILLIS);
            answer = attempts.take(person, door, rule);
        }
        return answer == Attempts.Place.TAKEN;
    }

    /** Gives back the place of an attempt, within the caller's transaction. */
    public void leave(PersonId person, Door door, AccountRule rule, boolean right) {
        if (right) {
            attempts.succeeded(person, door);
            return;
        }
        Optional<Instant> until = attempts.failed(person, door, rule);
        until.ifPresent(u -> events.publishEvent(new AccountEvent.AccountLocked(DOOR, person, u, rule.threshold())));
    }
}
