package org.hoshimori.core.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatingTests {

    private static final PersonId OFFICER = person(1);
    private static final PersonId DEPUTY = person(2);
    private static final PersonId PRESIDENT = person(3);
    private static final PersonId MANAGER = person(4);
    private static final DepartmentId SALES = new DepartmentId(new UUID(9, 1));
    private static final DepartmentId WORKS = new DepartmentId(new UUID(9, 2));
    private static final Map<String, String> SUPERIORS =
            Map.of(Posts.DEPARTMENTAL, "security-officer", "security-officer", "representative-director");

    @Test
    void theHolderSitsAndTheDeputyMayStandIn() {
        Seating seating = seating(held("security-officer", null, OFFICER, DEPUTY));
        assertThat(seating.of(Seat.of("security-officer"), Optional.empty()))
                .containsExactly(
                        new Seating.Chair(OFFICER, "security-officer", false, false),
                        new Seating.Chair(DEPUTY, "security-officer", true, true));
    }

    @Test
    void forWhoIsAbsentADeputyNeedNotSayWhyAndTheOneNamedForTheAbsenceSitsToo() {
        Seating seating = new Seating(
                List.of(held("security-officer", null, OFFICER, DEPUTY)),
                Map.of(),
                SUPERIORS,
                List.of(),
                Map.of(OFFICER, MANAGER));
        assertThat(seating.of(Seat.of("security-officer"), Optional.empty()))
                .containsExactly(
                        new Seating.Chair(OFFICER, "security-officer", false, false),
                        new Seating.Chair(DEPUTY, "security-officer", true, false),
                        new Seating.Chair(MANAGER, "security-officer", true, false));
    }

    @Test
    void ofADepartmentOnlyItsOwnManagerSits() {
        Seating seating =
                seating(held(Posts.DEPARTMENTAL, SALES, MANAGER, null), held(Posts.DEPARTMENTAL, WORKS, DEPUTY, null));
        assertThat(seating.of(Seat.of(Posts.DEPARTMENTAL, SALES), Optional.empty()))
                .extracting(Seating.Chair::person)
                .containsExactly(MANAGER);
    }

    @Test
    void whoAsksMakesRoomForTheDeputyWhoNeedNotSayWhy() {
        Seating seating = seating(held("security-officer", null, OFFICER, DEPUTY));
        assertThat(seating.of(Seat.of("security-officer"), Optional.of(OFFICER)))
                .containsExactly(new Seating.Chair(DEPUTY, "security-officer", true, false));
    }

    @Test
    void aVacantPostIsDecidedByTheOneAbove() {
        Seating seating = seating(held("representative-director", null, PRESIDENT, null));
        assertThat(seating.of(Seat.of(Posts.DEPARTMENTAL, SALES), Optional.empty()))
                .containsExactly(new Seating.Chair(PRESIDENT, "representative-director", true, false));
    }

    @Test
    void whereNobodyIsAboveTopManagementDecides() {
        Seating seating = seating(held("representative-director", null, PRESIDENT, null));
        assertThat(seating.of(Seat.of("training-manager"), Optional.empty()))
                .extracting(Seating.Chair::person)
                .containsExactly(PRESIDENT);
        assertThat(seating.of(Seat.of("training-manager"), Optional.of(PRESIDENT)))
                .isEmpty();
    }

    @Test
    void postsThatReportInACircleEndSomewhere() {
        Seating seating = new Seating(List.of(), Map.of(), Map.of("a", "b", "b", "a"), List.of(), Map.of());
        assertThat(seating.of(Seat.of("a"), Optional.empty())).isEmpty();
    }

    /** However posts are filled: nobody decides his own, and only the one whose post it is, a deputy or somebody above. */
    @Test
    void neverSeatsWhoAsksNorAStranger() {
        Random random = new Random(7);
        List<String> posts =
                List.of(Posts.DEPARTMENTAL, "security-officer", "representative-director", "training-manager");
        for (int i = 0; i < 5_000; i++) {
            List<Appointment> held = new ArrayList<>();
            for (String post : posts) {
                if (random.nextInt(3) > 0) {
                    held.add(held(
                            post,
                            post.equals(Posts.DEPARTMENTAL) ? SALES : null,
                            person(random.nextInt(6)),
                            random.nextBoolean() ? person(10 + random.nextInt(6)) : null));
                }
            }
            Optional<PersonId> asking = Optional.of(person(random.nextInt(16)));
            String post = posts.get(random.nextInt(posts.size()));
            Seat seat = post.equals(Posts.DEPARTMENTAL) ? Seat.of(post, SALES) : Seat.of(post);
            List<Seating.Chair> chairs =
                    seating(held.toArray(Appointment[]::new)).of(seat, asking);
            assertThat(chairs).extracting(Seating.Chair::person).doesNotContain(asking.get());
            for (Seating.Chair chair : chairs) {
                assertThat(held)
                        .anyMatch(a -> a.post().equals(chair.post())
                                && (a.holder().equals(chair.person())
                                        || a.deputised()
                                                .filter(chair.person()::equals)
                                                .isPresent()));
                assertThat(chair.post().equals(post) || chair.standingIn()).isTrue();
            }
            boolean somebody = held.stream()
                    .filter(a -> a.post().equals(post) || above(post).contains(a.post()))
                    .anyMatch(a -> !a.holder().equals(asking.get())
                            || a.deputised()
                                    .filter(d -> !d.equals(asking.get()))
                                    .isPresent());
            assertThat(chairs.isEmpty()).isEqualTo(!somebody);
        }
    }

    private static List<String> above(String post) {
        return switch (post) {
            case Posts.DEPARTMENTAL -> List.of("security-officer", "representative-director");
            default -> List.of("representative-director");
        };
    }

    private static Seating seating(Appointment... held) {
        return new Seating(List.of(held), Map.of(), SUPERIORS, List.of("representative-director"), Map.of());
    }

    private static Appointment held(
            String post, @Nullable DepartmentId department, PersonId holder, @Nullable PersonId deputy) {
        return Appointment.to(post, department, holder, deputy, LocalDate.of(2026, 4, 1), null);
    }

    private static PersonId person(int n) {
        return new PersonId(new UUID(0, n));
    }
}
