package org.hoshimori.chapters.takeouts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Seat;
import org.hoshimori.core.posts.Seats;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who sees to a take-out from the inside: heads of the taker's department and of those that answer for the assets. */
@Component
class Receivers {

    private final Seats seats;
    private final ObjectProvider<AssetRegister> assets;
    private final RegulationInForce regulation;
    private final Notices notices;
    private final Clock clock;

    Receivers(
            Seats seats,
            ObjectProvider<AssetRegister> assets,
            RegulationInForce regulation,
            Notices notices,
            Clock clock) {
        this.seats = seats;
        this.assets = assets;
        this.regulation = regulation;
        this.notices = notices;
        this.clock = clock;
    }

    /** Everybody who may sign that it is back; those who stand in for them today too. */
    Set<PersonId> of(TakeOut takeOut) {
        return heads(Stream.concat(Stream.of(takeOut.department()), managing(takeOut)));
    }

    /** The take-out, if this person has something to do with it. */
    Optional<TakeOut> seen(TakeOut takeOut, PersonId person, boolean seesAll) {
        return Optional.of(takeOut).filter(t -> seesAll || t.taker().equals(person) || of(t).contains(person));
    }

    /** Departments that somebody leads today, himself or as a deputy. */
    Set<DepartmentId> ledBy(PersonId person) {
        return seats.of(person, today()).stream()
                .filter(s -> s.post().equals(Seat.HEAD))
                .flatMap(s -> s.department().stream())
                .collect(Collectors.toSet());
    }

    /** Tells the responsible managers what was permitted, where the regulation says so ({@code ast-2.a}). */
    void informResponsible(TakeOut permitted) {
        if (!regulation.now().value(AstParameters.INFORM_RESPONSIBLE).orElse(false)) {
            return;
        }
        for (PersonId head : heads(managing(permitted))) {
            if (!head.equals(permitted.taker())) {
                notices.tell(Notice.to(
                        head,
                        "take-out-permitted:" + permitted.id() + ":" + head,
                        "take-out.notice.permitted",
                        "/take-outs/" + permitted.id(),
                        new Argument.Text(permitted.destination()),
                        new Argument.Day(permitted.leavesOn())));
            }
        }
    }

    private Stream<DepartmentId> managing(TakeOut takeOut) {
        return assets
                .getObject()
                .lines(takeOut.carried().stream().map(TakeOut.Carried::asset).toList(), takeOut.taker())
                .values()
                .stream()
                .map(l -> new DepartmentId(l.department()));
    }

    private Set<PersonId> heads(Stream<DepartmentId> departments) {
        Set<DepartmentId> wanted = departments.collect(Collectors.toSet());
        List<Seats.Taken> taken = seats.on(today());
        Set<PersonId> heads = new LinkedHashSet<>();
        taken.stream()
                .filter(t -> t.seat().post().equals(Seat.HEAD))
                .filter(t -> t.seat().department().filter(wanted::contains).isPresent())
                .forEach(t -> {
                    heads.add(t.holder());
                    t.standIn().ifPresent(heads::add);
                });
        return heads;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
