package org.hoshimori.core.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.identity.Objection;
import org.hoshimori.core.identity.Sessions;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.proof.Hash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Invitations to set a password: for a first account, or instead of a forgotten password. A link is good once, for a week, and
 * until the next one for the same person.
 */
@Service
public class Invitations {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int KEY_BYTES = 20;

    private final JdbcClient sql;
    private final PeopleRegister people;
    private final Holders holders;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ResetRequests resets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            JdbcClient sql,
            PeopleRegister people,
            Holders holders,
            Accounts accounts,
            Sessions sessions,
            ResetRequests resets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.people = people;
        this.holders = holders;
        this.accounts = accounts;
        this.sessions = sessions;
        this.resets = resets;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody who was invited, the key of the link, and until when it is good. */
    record Invited(Person person, String key, Instant until) {}

    /** Invites all of these who have no account and work here or will; the others are left out. */
    @Transactional
    public List<Invited> inviteNew(List<PersonId> chosen, Actor by) {
        LocalDate today = LocalDate.now(clock);
        Map<PersonId, Person> known = people.find(chosen);
        List<Invited> invited = new ArrayList<>();
        for (PersonId id : new LinkedHashSet<>(chosen)) {
            Person person = known.get(id);
            if (person != null
                    && (person.leavesOn() == null || !person.leavesOn().isBefore(today))
                    && !accounts.has(id)) {
                invited.add(new Invited(person, invite(id, by), clock.instant().plus(GOOD_FOR)));
            }
        }
        return invited;
    }

    /** The key of a new link; earlier ones of the person are void. */
    @Transactional
    public String invite(PersonId person, Actor by) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        Instant until = clock.instant().plus(GOOD_FOR);
        forget(person);
        sql.sql("INSERT INTO accounts.invitation (key_hash, person, expires_at) VALUES (:hash, :person, :until)")
                .param("hash", hash(key))
                .param("person", person.value())
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
        resets.settle(person);
        events.publishEvent(new InvitationEvent.AccountInvited(by, person, until));
        return key;
    }

    /** The link of a key. */
    public static String link(String key) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/invitation")
                .queryParam("key", key)
                .toUriString();
    }

    /** Whom a link invites, as long as it is good. */
    @Transactional(readOnly = true)
    Optional<Holder> guest(String key) {
        return sql.sql("SELECT person FROM accounts.invitation WHERE key_hash = :hash AND expires_at > :now")
                .param("hash", hash(key))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(id -> holders.find(new PersonId(id)))
                .filter(h -> !h.goneBy(LocalDate.now(clock)));
    }

    /** Sets the password; without objections it is done and the link is used up. No connection is held while hashing. */
    List<Objection> accept(Holder guest, String password) {
        Actor self = Actor.person(guest.id().value());
        List<Objection> objections = accounts.has(guest.id())
                ? accounts.change(guest, password, self)
                : accounts.open(guest, password, Set.of(), self);
        if (objections.isEmpty()) {
            forget(guest.id());
            sessions.endAll(guest.id(), self);
        }
        return objections;
    }

    private void forget(PersonId person) {
        sql.sql("DELETE FROM accounts.invitation WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    private static byte[] hash(String key) {
        return Hash.sha256(key.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
