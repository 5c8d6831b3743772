package org.hoshimori.core.identity;

import java.time.Instant;
import java.util.Optional;
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

    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    Turnstile(Attempts attempts, ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.events = events;
    }

    /** Waits while all that may be tried are being tried; false if the account is locked. */
    public boolean enter(PersonId person, Door door, AccountRule rule) {
        while (true) {
            switch (attempts.take(person, door, rule)) {
                case TAKEN -> {
                    return true;
                }
                case LOCKED -> {
                    return false;
                }
                case WAIT -> {
                    if (!pause()) {
                        return false;
                    }
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
