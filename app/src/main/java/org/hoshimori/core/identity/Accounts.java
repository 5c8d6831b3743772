package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Grants;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.passwords.PasswordHashing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts of people: passwords under the regulation in force, permissions, locks. */
@Service
public class Accounts {

    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final Attempts attempts;
    private final PasswordLogIn logIn;
    private final Grants grants;
    private final RulesNow rules;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            Passwords passwords,
            PasswordHashing hashing,
            Attempts attempts,
            PasswordLogIn logIn,
            Grants grants,
            RulesNow rules,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.attempts = attempts;
        this.logIn = logIn;
        this.grants = grants;
        this.rules = rules;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether anybody has an account yet. */
    @Transactional(readOnly = true)
    public boolean any() {
        return passwords.any();
    }

    /** Whether this person has an account. */
    public boolean has(PersonId person) {
        return passwords.hash(person).isPresent();
    }

    /** Gives a person an account; without objections it is done, with any nothing was. */
    public List<Objection> open(Person person, String password, Set<Permission> permissions, Actor by) {
        return open(Holder.of(person), password, permissions, by);
    }

    /** The same of anybody who may have one. */
    public List<Objection> open(Holder holder, String password, Set<Permission> permissions, Actor by) {
        AccountRule rule = permissions.isEmpty() ? rules.of(holder.id()) : rules.of(true);
        List<Objection> objections = rules.objections(password, holder, rule);
        if (objections.isEmpty()) {
            String hash = hashing.encode(password);
            transaction.executeWithoutResult(t -> {
                passwords.set(holder.id(), hash, rule.privileged());
                grants.open(holder.id(), permissions, by);
                events.publishEvent(new AccountEvent.AccountOpened(by, holder.id(), Permission.list(permissions)));
            });
        }
        return objections;
    }

    /** Sets a new password; without objections it is done, with any nothing was. */
    public List<Objection> change(Holder holder, String password, Actor by) {
        AccountRule rule = rules.of(holder.id());
        List<Objection> objections = rules.objections(password, holder, rule);
        if (objections.isEmpty() && reused(holder.id(), password)) {
            objections = List.of(Objection.of("password.reused"));
        }
        if (objections.isEmpty()) {
            String hash = hashing.encode(password);
            transaction.executeWithoutResult(t -> {
                passwords.remember(holder.id(), clock.instant().plus(rule.history()));
                passwords.set(holder.id(), hash, rule.privileged());
                events.publishEvent(new AccountEvent.PasswordChanged(by, holder.id()));
            });
        }
        return objections;
    }

    /** Sets one's own new password; a wrong present one counts as a failed log-in. */
    public List<Objection> changeOwn(Holder holder, String current, String password, Origin origin) {
        return logIn.right(holder.id(), current, origin)
                ? change(holder, password, Actor.person(holder.id().value()))
                : List.of(Objection.of("password.wrong-current"));
    }

    /** What the regulation asks of an account now. */
    public AccountRule rule(PersonId person) {
        return rules.of(person);
    }

    /** When the password was set, of whoever has one. */
    public Optional<Instant> passwordSince(PersonId person) {
        return passwords.since(person).map(Passwords.Since::at);
    }

    private boolean reused(PersonId person, String password) {
        return passwords.former(person).stream().anyMatch(h -> hashing.matches(password, h));
    }

    /** Until when an account is locked, if it is. */
    public Optional<Instant> lockedUntil(PersonId person) {
        return attempts.lockedUntil(person);
    }

    /** Releases a locked account; nobody releases his or her own. */
    @Transactional
    public boolean unlock(PersonId person, Actor by) {
        if (by.equals(Actor.person(person.value()))) {
            return false;
        }
        attempts.unlock(person);
        events.publishEvent(new AccountEvent.AccountUnlocked(by, person));
        return true;
    }
}
