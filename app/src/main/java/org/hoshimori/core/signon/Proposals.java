package org.hoshimori.core.signon;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts that groups at the provider propose; nobody gets one unless somebody here says so. */
@Service
class Proposals {

    private final ProposalTable table;
    private final Posts posts;
    private final PeopleRegister people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(ProposalTable table, Posts posts, PeopleRegister people, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.posts = posts;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** What it comes to. */
    sealed interface Outcome {
        /** It is decided. */
        record Done() implements Outcome {}

        /** Nobody decides on a post of his or her own. */
        record Own() implements Outcome {}

        /** Nobody can be appointed so. */
        record Refused(Posts.Refusal why) implements Outcome {}
    }

    /** What somebody's groups propose now, beyond the posts that he or she holds. */
    void renew(PersonId person, List<String> groups) {
        Map<String, String> mapping = table.mapping();
        Set<String> held = posts.heldBy(person, LocalDate.now(clock)).stream()
                .filter(a -> a.holder().equals(person))
                .map(Appointment::post)
                .collect(Collectors.toSet());
        Map<String, String> proposed = groups.stream()
                .filter(mapping::containsKey)
                .filter(g -> !held.contains(mapping.get(g)))
                .collect(Collectors.toMap(mapping::get, g -> g, (a, b) -> a));
        table.keepOnly(person, proposed.keySet());
        proposed.forEach((post, group) -> table.propose(person, post, group));
    }

    List<Proposal> open() {
        return table.open();
    }

    Map<String, String> mapping() {
        return table.mapping();
    }

    /** Says that a group means a post from now on, or, without one, nothing. */
    @Transactional
    public void map(String group, Optional<String> post, Actor by) {
        if (post.isPresent()) {
            table.map(group, post.get());
            events.publishEvent(new SignOnEvent.SignOnGroupMapped(by, group, post));
        } else if (table.unmap(group)) {
            events.publishEvent(new SignOnEvent.SignOnGroupMapped(by, group, post));
        }
    }

    /** Appoints as proposed, from today; nothing happens if it was decided meanwhile. */
    @Transactional
    public Outcome accept(UUID id, Actor by) {
        Optional<Proposal> found = table.find(id);
        if (found.isEmpty()) {
            return new Outcome.Done();
        }
        Proposal proposal = found.get();
        if (by.equals(Actor.person(proposal.person().value()))) {
            return new Outcome.Own();
        }
        DepartmentId department = proposal.post().equals(Posts.DEPARTMENTAL)
                ? people.find(proposal.person()).flatMap(Person::inDepartment).orElse(null)
                : null;
        Appointment wished =
                Appointment.to(proposal.post(), department, proposal.person(), null, LocalDate.now(clock), null);
        return switch (posts.appoint(wished, by)) {
            case Posts.Outcome.Done done -> decided(proposal, true, by);
            case Posts.Outcome.Refused(Posts.Refusal why) -> new Outcome.Refused(why);
        };
    }

    /** Declines it; it is not proposed again. */
    @Transactional
    public Outcome decline(UUID id, Actor by) {
        Optional<Proposal> found = table.find(id);
        return found.isEmpty() ? new Outcome.Done() : decided(found.get(), false, by);
    }

    private Outcome decided(Proposal proposal, boolean accepted, Actor by) {
        table.decide(proposal.id(), accepted);
        events.publishEvent(new SignOnEvent.SignOnProposalDecided(
                by, proposal.person(), proposal.post(), proposal.group(), accepted));
        return new Outcome.Done();
    }
}
