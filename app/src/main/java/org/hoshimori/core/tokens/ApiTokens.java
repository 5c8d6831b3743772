package org.hoshimori.core.tokens;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.proof.Hash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes tokens, revokes them, and says whom one lets in. */
@Service
@Transactional
public class ApiTokens {

    /** What no program is given: what administers the product itself stays with people. */
    static final Set<Permission> PEOPLES_OWN =
            EnumSet.of(Permission.ACCOUNTS, Permission.REGULATION, Permission.REDACTION);

    static final int MOST_DAYS = 366;

    private static final int BYTES = 32;
    /** So that programs that look for secrets in scripts know one. */
    private static final String BEGINS = "hst_";

    private final ApiTokenTable table;
    private final Scopes scopes;
    private final PeopleRegister people;
    private final Accounts accounts;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(
            ApiTokenTable table,
            Scopes scopes,
            PeopleRegister people,
            Accounts accounts,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.scopes = scopes;
        this.people = people;
        this.accounts = accounts;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /** Why no token was made. */
    enum Refusal {
        /** Who does not work here, auditors among them, has no tokens. */
        NOT_HERE,
        NO_SCOPE,
        /** Tokens end within a year. */
        EXPIRY,
        /** Nobody gives a program what he or she may not do, nor what only people do. */
        PERMISSION
    }

    /** What making one comes to. */
    sealed interface Outcome {
        /** It is made; the secret is told this once. */
        record Made(ApiToken token, String secret) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Makes one that acts in a person's name. */
    Outcome personal(String name, PersonId person, List<String> wanted, LocalDate lastDay) {
        return make(name, ApiToken.Kind.PERSONAL, person, wanted, Set.of(), lastDay);
    }

    /** Makes one that acts in its own name, for which a person answers. */
    Outcome integration(String name, PersonId person, List<String> wanted, Set<Permission> granted, LocalDate lastDay) {
        boolean may =
                permissions.of(person).containsAll(granted) && granted.stream().noneMatch(PEOPLES_OWN::contains);
        return may
                ? make(name, ApiToken.Kind.INTEGRATION, person, wanted, granted, lastDay)
                : new Outcome.Refused(Refusal.PERMISSION);
    }

    private Outcome make(
            String name,
            ApiToken.Kind kind,
            PersonId person,
            List<String> wanted,
            Set<Permission> granted,
            LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock);
        if (!here(person)) {
            return new Outcome.Refused(Refusal.NOT_HERE);
        }
        if (lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(MOST_DAYS))) {
            return new Outcome.Refused(Refusal.EXPIRY);
        }
        List<String> known =
                wanted.stream().filter(scopes::known).distinct().sorted().toList();
        if (known.isEmpty()) {
            return new Outcome.Refused(Refusal.NO_SCOPE);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = BEGINS + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Actor by = Actor.person(person.value());
        ApiToken token = new ApiToken(
                UUID.randomUUID(),
                name.strip(),
                kind,
                person,
                known,
                granted.stream().map(Permission::code).sorted().toList(),
                clock.instant(),
                by.id(),
                lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                Optional.empty(),
                Optional.empty());
        table.insert(token, hash(secret));
        events.publishEvent(new TokenEvent.ApiTokenMade(by, token));
        return new Outcome.Made(token, secret);
    }

    /** From now on nobody uses it; to say so again changes nothing. */
    void revoke(ApiToken token, Actor by) {
        if (table.revoke(token.id(), clock.instant())) {
            events.publishEvent(new TokenEvent.ApiTokenRevoked(by, token));
        }
    }

    /** The token of a secret, if it can be used: neither revoked nor over, and whoever has it or answers for it works here. */
    @Transactional(readOnly = true)
    Optional<ApiToken> opens(String secret) {
        Instant now = clock.instant();
        return table.find(hash(secret))
                .filter(t -> t.at(now) == ApiToken.State.OPEN)
                .filter(t -> here(t.person()) && accounts.has(t.person()));
    }

    /** What its holder may do today. */
    @Transactional(readOnly = true)
    Set<String> permissions(ApiToken token) {
        return token.kind() == ApiToken.Kind.INTEGRATION
                ? Set.copyOf(token.permissions())
                : permissions.of(token.person()).stream().map(Permission::code).collect(Collectors.toUnmodifiableSet());
    }

    private boolean here(PersonId person) {
        return people.find(person).filter(p -> p.worksOn(LocalDate.now(clock))).isPresent();
    }

    private static byte[] hash(String secret) {
        return Hash.sha256(secret.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
