package org.hoshimori.core.approvals;

import static org.hoshimori.core.posts.Seat.HEAD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;

/**
 * Who may sit where on a day. The holder decides; a deputy stands in, and says why where the holder is at work. Where nobody but
 * the one who asks holds the post, or nobody at all, the deputy decides, then whoever the post reports to, then top management.
 *
 * @param held the appointments of the day
 * @param heads of the departments
 * @param superiors each post with the one that it reports to
 * @param top posts of top management, who decide where nobody else can
 * @param standIns who stands in for whom, of those who are absent on the day
 */
record Seating(
        List<Appointment> held,
        Map<DepartmentId, PersonId> heads,
        Map<String, String> superiors,
        List<String> top,
        Map<PersonId, PersonId> standIns) {

    /**
     * Somebody who may decide.
     *
     * @param standingIn whether for somebody else
     * @param holderThere whether the one stood in for could decide too, so that the deputy must say why he or she does
     */
    record Chair(PersonId person, String post, boolean standingIn, boolean holderThere) {}

    Seating {
        held = List.copyOf(held);
        heads = Map.copyOf(heads);
        superiors = Map.copyOf(superiors);
        top = List.copyOf(top);
        standIns = Map.copyOf(standIns);
    }

    /** Everybody who may sit there and is not the one who asks, the holders first; empty where nobody can decide. */
    List<Chair> of(Seat seat, Optional<PersonId> asking) {
        List<Chair> own = chairs(seat.posts(), seat.inDepartment(), asking, false);
        if (!own.isEmpty()) {
            return own;
        }
        Set<String> seen = new HashSet<>(seat.posts());
        List<String> posts = seat.posts();
        while (true) {
            posts = posts.stream()
                    .flatMap(p -> Optional.ofNullable(superiors.get(p)).stream())
                    .filter(seen::add)
                    .toList();
            if (posts.isEmpty()) {
                return chairs(top, Optional.empty(), asking, true);
            }
            List<Chair> above = chairs(posts, Optional.empty(), asking, true);
            if (!above.isEmpty()) {
                return above;
            }
        }
    }

    /** The one of these chairs that somebody would take: his or her own before one as a deputy. */
    static Optional<Chair> taken(List<Chair> chairs, PersonId person) {
        return chairs.stream().filter(c -> c.person().equals(person)).findFirst();
    }

    private List<Chair> chairs(
            List<String> posts, Optional<DepartmentId> department, Optional<PersonId> asking, boolean above) {
        List<Chair> holders = new ArrayList<>();
        if (posts.contains(HEAD)) {
            department
                    .flatMap(d -> Optional.ofNullable(heads.get(d)))
                    .ifPresent(head -> holders.add(new Chair(head, HEAD, above, false)));
        }
        List<Appointment> appointments = held.stream()
                .filter(a -> posts.contains(a.post()))
                .filter(a -> !a.post().equals(Posts.DEPARTMENTAL)
                        || department.isEmpty()
                        || department.equals(a.inDepartment()))
                .toList();
        appointments.forEach(a -> holders.add(new Chair(a.holder(), a.post(), above, false)));
        List<Chair> others = holders.stream()
                .filter(c -> asking.filter(c.person()::equals).isEmpty())
                .toList();
        Stream<Chair> deputies = Stream.concat(
                        appointments.stream()
                                .flatMap(a -> a
                                        .deputised()
                                        .map(d -> new Chair(d, a.post(), true, there(a.holder(), asking)))
                                        .stream()),
                        holders.stream()
                                .flatMap(h -> Optional.ofNullable(standIns.get(h.person()))
                                        .map(d -> new Chair(d, h.post(), true, false))
                                        .stream()))
                .filter(c -> asking.filter(c.person()::equals).isEmpty());
        return Stream.concat(others.stream(), deputies).toList();
    }

    /** Whether a holder is at work and could decide. */
    private boolean there(PersonId holder, Optional<PersonId> asking) {
        return asking.filter(holder::equals).isEmpty() && !standIns.containsKey(holder);
    }
}
