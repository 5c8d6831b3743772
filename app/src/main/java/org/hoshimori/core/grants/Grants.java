package org.hoshimori.core.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Permissions given by name, for a time and with a reason ({@code acc-1.b}). Nobody gives to or takes from himself or herself, so
 * whoever administers accounts can't be the last to leave.
 */
@Service
@Transactional
public class Grants {

    private final GrantTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Grants(GrantTable table, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing was granted or withdrawn. */
    enum Refusal {
        /** It is one's own. */
        ONESELF,
        /** The last day lies before the first. */
        ENDS_BEFORE_START,
        /** The last day has passed already. */
        PAST,
        /** There is one in force or coming that has the same days in it. */
        HELD_ALREADY
    }

    /** Gives a permission; nothing but the refusal comes back if it can't be. */
    public Optional<Refusal> grant(
            PersonId person,
            Permission permission,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (by.equals(Actor.person(person.value()))) {
            return Optional.of(Refusal.ONESELF);
        }
        if (until != null && until.isBefore(from)) {
            return Optional.of(Refusal.ENDS_BEFORE_START);
        }
        if (until != null && until.isBefore(today)) {
            return Optional.of(Refusal.PAST);
        }
        boolean held = table.of(person).stream()
                .filter(g -> g.permission() == permission && g.withdrawnAt() == null)
                .anyMatch(g -> (until == null || !g.from().isAfter(until))
                        && g.lastDay().map(day -> !day.isBefore(from)).orElse(true));
        if (held) {
            return Optional.of(Refusal.HELD_ALREADY);
        }
        add(person, permission, from, until, reason.strip(), by);
        return Optional.empty();
    }

    /** Gives what a first start or a test gives, from today on. */
    public void open(PersonId person, Set<Permission> permissions, Actor by) {
        permissions.forEach(p -> add(person, p, LocalDate.now(clock), null, "", by));
    }

    private void add(
            PersonId person,
            Permission permission,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor by) {
        Grant grant = new Grant(
                UUID.randomUUID(), person, permission, from, until, reason, by.id(), clock.instant(), null, null);
        table.insert(grant);
        events.publishEvent(new GrantEvent.PermissionGranted(by, grant));
    }

    /** Takes a permission back, at once. */
    public Optional<Refusal> withdraw(PersonId person, UUID id, Actor by) {
        if (by.equals(Actor.person(person.value()))) {
            return Optional.of(Refusal.ONESELF);
        }
        table.find(id)
                .filter(g -> g.person().equals(person))
                .filter(g -> table.withdraw(id, clock.instant(), by.id()))
                .ifPresent(g -> events.publishEvent(new GrantEvent.PermissionWithdrawn(by, g)));
        return Optional.empty();
    }

    /** What is granted to somebody on a day; asked at every request, and so without a transaction of its own. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Permission> inForce(PersonId person, LocalDate day) {
        return table.inForce(person, day);
    }

    /** Everybody to whom something is granted on a day. */
    @Transactional(readOnly = true)
    public List<PersonId> holders(LocalDate day) {
        return table.holders(day);
    }

    /** All of somebody's, also those that are over. */
    @Transactional(readOnly = true)
    public List<Grant> of(PersonId person) {
        return table.of(person);
    }

    /**
     * A page of everybody's.
     *
     * @param over those that have ended, instead of those in force or coming
     */
    @Transactional(readOnly = true)
    public Page page(boolean over, int number) {
        LocalDate today = LocalDate.now(clock);
        int page = Math.clamp(number, 1, 1_000_000);
        return new Page(table.page(over, today, page), table.count(over, today), page);
    }

    /** A page of grants and how many there are in all. */
    record Page(List<Grant> grants, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + GrantTable.PAGE - 1) / GrantTable.PAGE);
        }
    }
}
