package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Log-in with mail address and password under the regulation in force ({@code acc-9.3}). Whatever is wrong, answer and time
 * are the same: nobody learns whether there is such a person, or whether the account is locked.
 */
@Component
class PasswordLogIn implements AuthenticationProvider {

    private final PeopleRegister people;
    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final Turnstile turnstile;
    private final RulesNow rules;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordLogIn(
            PeopleRegister people,
            Passwords passwords,
            PasswordHashing hashing,
            Turnstile turnstile,
            RulesNow rules,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.hashing = hashing;
        this.turnstile = turnstile;
        this.rules = rules;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String password = String.valueOf(asked.getCredentials());
        String from = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Optional<Person> person = people.findByMail(asked.getName()).filter(p -> p.worksOn(LocalDate.now(clock)));
        Optional<String> hash = person.flatMap(p -> passwords.hash(p.id()));
        if (person.isEmpty() || hash.isEmpty()) {
            hashing.compareWithNobodys(password);
            throw wrong();
        }
        PersonId id = person.get().id();
        AccountRule rule = rules.of(id);
        if (!turnstile.enter(id, Door.PASSWORD, rule)) {
            hashing.compareWithNobodys(password);
            throw wrong();
        }
        boolean right = hashing.matches(password, hash.get());
        transaction.executeWithoutResult(t -> settle(id, right, rule, from));
        if (!right) {
            throw wrong();
        }
        return Factors.byPassword(signedIn(person.get()));
    }

    private void settle(PersonId person, boolean right, AccountRule rule, String from) {
        events.publishEvent(
                right
                        ? new AccountEvent.LoggedIn(Actor.person(person.value()), person, from)
                        : new AccountEvent.LogInFailed(Turnstile.DOOR, person, from));
        turnstile.leave(person, Door.PASSWORD, rule, right);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("wrong");
    }

    private static SignedIn signedIn(Person person) {
        return new SignedIn(person.id().value(), person.name().full(), person.language());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
