package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Seat;
import org.hoshimori.core.posts.Seats;
import org.springframework.stereotype.Component;

/** Who acts for whom there are duties, as of a day; read once for a whole page or round. */
@Component
class Assignees {

    static final String OFFICER = "security-officer";

    private final Seats seats;

    Assignees(Seats seats) {
        this.seats = seats;
    }

    Acting on(LocalDate day) {
        return new Acting(seats.on(day));
    }

    /** Who acts in which seat. */
    record Acting(List<Seats.Taken> taken) {

        /** Under which names somebody has duties: his or her own, and the seats'. */
        List<Assignee> of(PersonId person) {
            List<Assignee> assignees = new ArrayList<>();
            assignees.add(new Assignee.OfPerson(person));
            seatsOf(person).forEach(seat -> assignees.add(new Assignee.OfSeat(seat)));
            return assignees;
        }

        /** The seats in which somebody may act. */
        Set<Seat> seatsOf(PersonId person) {
            Set<Seat> seats = new HashSet<>();
            taken.stream().filter(t -> t.by(person)).map(Seats.Taken::seat).forEach(seats::add);
            return seats;
        }

        /** Departments that somebody leads or whose security manager he or she is. */
        List<DepartmentId> departmentsOf(PersonId person) {
            return seatsOf(person).stream()
                    .flatMap(s -> s.department().stream())
                    .distinct()
                    .toList();
        }

        /** Whether somebody may close a duty. */
        boolean may(PersonId person, Task task) {
            return has(person, task.assignee()) || seatsOf(person).contains(Seat.of(OFFICER));
        }

        private boolean has(PersonId person, Assignee assignee) {
            return switch (assignee) {
                case Assignee.OfPerson(PersonId own) -> own.equals(person);
                case Assignee.OfSeat(Seat seat) -> seatsOf(person).contains(seat);
            };
        }

        /** Who acts for an assignee; nobody, where a seat is vacant. */
        Optional<PersonId> who(Assignee assignee) {
            return switch (assignee) {
                case Assignee.OfPerson(PersonId own) -> Optional.of(own);
                case Assignee.OfSeat(Seat seat) -> in(seat).map(Seats.Taken::acting);
            };
        }

        /** Who holds a seat. */
        Optional<Seats.Taken> in(Seat seat) {
            return taken.stream().filter(t -> t.seat().equals(seat)).findFirst();
        }

        /** Whether somebody may look over all duties: whoever holds a post of the company. */
        boolean oversees(PersonId person) {
            return seatsOf(person).stream().anyMatch(s -> s.department().isEmpty());
        }
    }
}
