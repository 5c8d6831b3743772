package org.hoshimori.core.duties;

import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Seat;

/** Who has a duty: a post, whoever holds it then, or a person. */
sealed interface Assignee {

    /** The holder of a post. */
    record OfSeat(Seat seat) implements Assignee {}

    /** A person. */
    record OfPerson(PersonId person) implements Assignee {}

    /** As the database keeps it. */
    default String code() {
        return switch (this) {
            case OfSeat(Seat seat) ->
                "post:" + seat.post() + seat.department().map(d -> "@" + d).orElse("");
            case OfPerson(PersonId person) -> "person:" + person;
        };
    }

    /** Reads what {@link #code} has written. */
    static Assignee of(String code) {
        String rest = code.substring(code.indexOf(':') + 1);
        if (code.startsWith("person:")) {
            return new OfPerson(PersonId.of(rest));
        }
        int at = rest.indexOf('@');
        return new OfSeat(
                at < 0
                        ? Seat.of(rest)
                        : new Seat(
                                rest.substring(0, at),
                                Optional.of(new DepartmentId(UUID.fromString(rest.substring(at + 1))))));
    }
}
