package org.hoshimori.core.duties;

import java.util.List;
import java.util.Optional;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.Seat;
import org.springframework.stereotype.Component;

/** To whom an overdue duty is told: the post above by the regulation's chart, a department's head, in the end the top. */
@Component
class Superiors {

    private static final String TOP = "representative-director";

    private final Posts posts;
    private final PeopleRegister people;

    Superiors(Posts posts, PeopleRegister people) {
        this.posts = posts;
        this.people = people;
    }

    /** Who is above, the nearest first who is not the one who acts; empty where all posts above are vacant. */
    Optional<PersonId> of(Assignee assignee, Assignees.Acting acting) {
        Optional<PersonId> self = acting.who(assignee);
        return seats(assignee).stream()
                .flatMap(seat -> acting.who(new Assignee.OfSeat(seat)).stream())
                .filter(p -> self.filter(p::equals).isEmpty())
                .findFirst();
    }

    private List<Seat> seats(Assignee assignee) {
        Seat officer = Seat.of(Assignees.OFFICER);
        Seat top = Seat.of(TOP);
        return switch (assignee) {
            case Assignee.OfPerson(PersonId person) ->
                people.find(person)
                        .flatMap(Person::inDepartment)
                        .map(d -> List.of(Seat.head(d), officer, top))
                        .orElse(List.of(officer, top));
            case Assignee.OfSeat(Seat seat) ->
                Optional.ofNullable(posts.superiors().get(seat.post()))
                        .map(post -> List.of(Seat.of(post), officer, top))
                        .orElse(List.of(officer, top));
        };
    }
}
