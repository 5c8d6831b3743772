package org.hoshimori.core.signon;

import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Door;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.identity.SideEntrance;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who somebody from the provider is here. A verified mail address links an account that may do no more than everybody by
 * itself; of a privileged one, and of somebody without an account, an administrator decides. Nobody is ever entered by it.
 */
@Service
class Admission {

    private static final Actor DOOR = Actor.system("sign-on");

    private final LinkTable links;
    private final KnockTable knocks;
    private final PeopleRegister people;
    private final Accounts accounts;
    private final Permissions permissions;
    private final SideEntrance entrance;
    private final Proposals proposals;
    private final ApplicationEventPublisher events;

    Admission(
            LinkTable links,
            KnockTable knocks,
            PeopleRegister people,
            Accounts accounts,
            Permissions permissions,
            SideEntrance entrance,
            Proposals proposals,
            ApplicationEventPublisher events) {
        this.links = links;
        this.knocks = knocks;
        this.people = people;
        this.accounts = accounts;
        this.permissions = permissions;
        this.entrance = entrance;
        this.proposals = proposals;
        this.events = events;
    }

    /** What it comes to. */
    sealed interface Outcome {
        /** He or she may come in. */
        record In(SignedIn who) implements Outcome {}

        /** Known, but gone, not here yet, or locked out. */
        record Shut() implements Outcome {}

        /** Not known well enough; an administrator was told. */
        record Waiting(Knock.Why why) implements Outcome {}
    }

    /** Who this is. */
    @Transactional
    public Outcome admit(Claims claims, Origin origin) {
        Optional<Link> link = links.find(claims.issuer(), claims.subject());
        if (link.isPresent()) {
            return known(link.get().person(), claims, origin);
        }
        if (!claims.verified() || claims.mail().isEmpty()) {
            return waits(claims, Knock.Why.UNVERIFIED, null);
        }
        Optional<Person> person = people.findByMail(claims.mail());
        if (person.isEmpty()) {
            return waits(claims, Knock.Why.UNKNOWN, null);
        }
        PersonId id = person.get().id();
        if (links.of(id).isPresent()) {
            return waits(claims, Knock.Why.LINKED_OTHERWISE, id);
        }
        if (!accounts.has(id)) {
            return waits(claims, Knock.Why.NO_ACCOUNT, id);
        }
        if (!permissions.of(id).isEmpty()) {
            return waits(claims, Knock.Why.PRIVILEGED, id);
        }
        if (!entrance.admits(id)) {
            entrance.refuse(id, Door.SIGN_ON, origin);
            return new Outcome.Shut();
        }
        if (!links.insert(claims.issuer(), claims.subject(), id, claims.mail())) {
            return waits(claims, Knock.Why.LINKED_OTHERWISE, id);
        }
        events.publishEvent(new SignOnEvent.SignOnLinked(DOOR, id, claims.issuer(), claims.subject()));
        return known(id, claims, origin);
    }

    private Outcome known(PersonId person, Claims claims, Origin origin) {
        Optional<SideEntrance.Guest> guest = entrance.known(person);
        if (guest.isEmpty() || !entrance.admits(person)) {
            entrance.refuse(person, Door.SIGN_ON, origin);
            return new Outcome.Shut();
        }
        links.used(person);
        proposals.renew(person, claims.groups());
        return new Outcome.In(guest.get().who());
    }

    private Outcome waits(Claims claims, Knock.Why why, @Nullable PersonId person) {
        KnockTable.Noted noted = knocks.note(claims, why, person);
        if (noted.first()) {
            events.publishEvent(new SignOnEvent.SignOnRefused(DOOR, noted.id(), claims.mail(), why.code()));
        }
        return new Outcome.Waiting(why);
    }

    /** Links somebody who knocked with the person of the same mail address; false if that can't be, or was decided meanwhile. */
    @Transactional
    public boolean accept(UUID knock, Actor by) {
        Optional<Knock> found = knocks.find(knock);
        Optional<PersonId> person = found.flatMap(Knock::person);
        if (found.isEmpty() || person.isEmpty() || found.get().why() == Knock.Why.UNVERIFIED) {
            return false;
        }
        Knock asked = found.get();
        if (!links.insert(asked.issuer(), asked.subject(), person.get(), asked.mail())
                || !knocks.close(knock, "accepted")) {
            return false;
        }
        events.publishEvent(new SignOnEvent.SignOnLinked(by, person.get(), asked.issuer(), asked.subject()));
        return true;
    }

    /** Takes a knock off the list; the same identity does not come back to it. */
    @Transactional
    public void dismiss(UUID knock, Actor by) {
        if (knocks.close(knock, "dismissed")) {
            events.publishEvent(new SignOnEvent.SignOnDismissed(by, knock));
        }
    }

    /** Cuts somebody's link, and ends the sessions. */
    @Transactional
    public void unlink(PersonId person, Actor by) {
        Optional<Link> link = links.of(person);
        if (link.isPresent() && links.delete(person)) {
            events.publishEvent(new SignOnEvent.SignOnUnlinked(
                    by, person, link.get().issuer(), link.get().subject()));
            entrance.endAll(person, by);
        }
    }

    /** Ends all sessions of whoever this identity is here: the provider says that he or she has logged out. */
    @Transactional
    public void loggedOut(String issuer, String subject) {
        links.find(issuer, subject).ifPresent(link -> entrance.endAll(link.person(), DOOR));
    }
}
