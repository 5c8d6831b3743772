package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.passwords.Passage;
import org.hoshimori.core.passwords.PasswordHashing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Log-in with mail address and password under the regulation in force ({@code acc-9.3}). Whatever is wrong, answer and time
 * are the same: nobody learns whether there is such a person, or whether the account is locked. Where too many ask from one address at
 * once, nobody is looked up and nothing counts.
 */
@Component
class PasswordLogIn implements AuthenticationProvider {

    private final Holders holders;
    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final Turnstile turnstile;
    private final RulesNow rules;
    private final LogInHistory history;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordLogIn(
            Holders holders,
            Passwords passwords,
            PasswordHashing hashing,
            Turnstile turnstile,
            RulesNow rules,
            LogInHistory history,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.holders = holders;
        this.passwords = passwords;
        this.hashing = hashing;
        this.turnstile = turnstile;
        this.rules = rules;
        this.history = history;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String password = String.valueOf(asked.getCredentials());
        Origin origin = asked.getDetails() instanceof Origin known ? known : Origin.UNKNOWN;
        try (Passage passage = hashing.passage(origin.address()).orElseThrow(Crowded::new)) {
            Optional<Holder> holder = holders.findByMail(asked.getName()).filter(h -> h.hereOn(LocalDate.now(clock)));
            if (holder.isEmpty()) {
                passage.compareWithNobodys(password);
                throw wrong();
            }
            if (!right(holder.get().id(), rules.of(holder.get()), password, origin, passage)) {
                throw wrong();
            }
            return Factors.byPassword(holder.get().signedIn());
        }
    }

    /** Whether this is the password of an account that is not locked; wrong ones count. No connection is held while hashing. */
    boolean right(PersonId id, String password, Origin origin) {
        try (Passage passage = hashing.passageOfKnown(origin.address())) {
            return right(id, rules.of(id), password, origin, passage);
        }
    }

    private boolean right(PersonId id, AccountRule rule, String password, Origin origin, Passage passage) {
        Optional<String> hash = passwords.hash(id);
        if (hash.isEmpty() || !turnstile.enter(id, Door.PASSWORD, rule, passage::aside)) {
            if (passage.isLost()) {
                throw new Crowded();
            }
            passage.compareWithNobodys(password);
            return false;
        }
        boolean right = passage.matches(password, hash.get());
        transaction.executeWithoutResult(t -> settle(id, right, rule, origin));
        return right;
    }

    private void settle(PersonId person, boolean right, AccountRule rule, Origin origin) {
        events.publishEvent(
                right
                        ? new AccountEvent.LoggedIn(
                                Actor.person(person.value()), person, origin.address(), Door.PASSWORD)
                        : new AccountEvent.LogInFailed(Turnstile.DOOR, person, origin.address(), Door.PASSWORD));
        history.note(person, Door.PASSWORD, right, origin);
        turnstile.leave(person, Door.PASSWORD, rule, right);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("wrong");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
