package org.hoshimori.core.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.Turnstile;
import org.hoshimori.core.organization.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who say that they have forgotten their password. Neither answer nor time tells a stranger whether there is such an
 * account: what is to be done is done after the answer.
 */
@Service
class ResetRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ResetRequests.class);
    /** As many as are looked at at once; what comes beyond is dropped, and may be asked again. */
    private static final int AT_ONCE = 8;

    private final JdbcClient sql;
    private final Holders holders;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ResetRequests(
            JdbcClient sql,
            Holders holders,
            Accounts accounts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.holders = holders;
        this.accounts = accounts;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody who asks. */
    record Row(Holder holder, ZonedDateTime at, String address) {}

    /** Notes a request, where there is such an account and no request is open; the caller does not wait for it. */
    void ask(String mail, Origin origin) {
        if (!places.tryAcquire()) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                transaction.executeWithoutResult(t -> note(mail, origin));
            } catch (RuntimeException e) {
                LOG.warn("a forgotten password could not be noted", e);
            } finally {
                places.release();
            }
        });
    }

    private void note(String mail, Origin origin) {
        holders.findByMail(mail.strip())
                .filter(h -> h.hereOn(LocalDate.now(clock)))
                .map(Holder::id)
                .filter(accounts::has)
                .filter(id -> insert(id, origin))
                .ifPresent(id ->
                        events.publishEvent(new InvitationEvent.ResetAsked(Turnstile.DOOR, id, origin.address())));
    }

    private boolean insert(PersonId person, Origin origin) {
        return sql.sql("""
                INSERT INTO accounts.reset_request (person, at, address) VALUES (:person, :at, :address)
                ON CONFLICT (person) DO NOTHING""")
                        .param("person", person.value())
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("address", origin.address())
                        .update()
                == 1;
    }

    /** The open ones, the oldest first; more than a hundred are not shown at once. */
    @Transactional(readOnly = true)
    public List<Row> open() {
        record Asked(PersonId person, ZonedDateTime at, String address) {}
        List<Asked> asked = sql.sql("SELECT person, at, address FROM accounts.reset_request ORDER BY at LIMIT 100")
                .query((row, n) -> new Asked(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                        row.getString("address")))
                .list();
        Map<PersonId, Holder> named =
                holders.find(asked.stream().map(Asked::person).toList());
        return asked.stream()
                .flatMap(a ->
                        Optional.ofNullable(named.get(a.person())).map(h -> new Row(h, a.at(), a.address())).stream())
                .toList();
    }

    /** Takes a request off the list, where the person has not asked or remembers. */
    @Transactional
    public void dismiss(PersonId person, Actor by) {
        if (settle(person)) {
            events.publishEvent(new InvitationEvent.ResetDismissed(by, person));
        }
    }

    /** Takes a request off the list since a link was given; false if there was none. */
    boolean settle(PersonId person) {
        return sql.sql("DELETE FROM accounts.reset_request WHERE person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
