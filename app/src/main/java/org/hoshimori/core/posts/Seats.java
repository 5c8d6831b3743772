package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.absences.Absences;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who acts in which post on a day: its holder or, while he or she is away, who stands in. */
@Service
@Transactional(readOnly = true)
public class Seats {

    private final Posts posts;
    private final DepartmentRegister departments;
    private final Absences absences;

    Seats(Posts posts, DepartmentRegister departments, Absences absences) {
        this.posts = posts;
        this.departments = departments;
        this.absences = absences;
    }

    /**
     * A seat that is taken.
     *
     * @param standIn who acts for the holder, who is away
     */
    public record Taken(Seat seat, PersonId holder, Optional<PersonId> standIn) {

        /** Who acts. */
        public PersonId acting() {
            return standIn.orElse(holder);
        }

        /** Whether the person may act in it: the holder always may. */
        public boolean by(PersonId person) {
            return holder.equals(person) || standIn.filter(person::equals).isPresent();
        }
    }

    /** All seats that are taken on a day; a director's by several. */
    public List<Taken> on(LocalDate day) {
        Map<PersonId, PersonId> away = absences.standIns(day);
        List<Taken> taken = new ArrayList<>();
        for (Appointment a : posts.on(day)) {
            Optional<PersonId> own = away.containsKey(a.holder()) ? a.deputised() : Optional.empty();
            taken.add(new Taken(
                    new Seat(a.post(), a.inDepartment()),
                    a.holder(),
                    own.or(() -> Optional.ofNullable(away.get(a.holder())))));
        }
        for (Department d : departments.open()) {
            d.ledBy()
                    .ifPresent(
                            head -> taken.add(new Taken(Seat.head(d.id()), head, Optional.ofNullable(away.get(head)))));
        }
        return List.copyOf(taken);
    }

    /** The seats in which somebody may act on a day. */
    public List<Seat> of(PersonId person, LocalDate day) {
        return on(day).stream()
                .filter(t -> t.by(person))
                .map(Taken::seat)
                .distinct()
                .toList();
    }
}
