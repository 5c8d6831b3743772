package org.hoshimori.chapters.takeouts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Take-outs as pages show them: with the names of people, departments and assets, as far as the reader may know them. */
@Component
class TakeOutWords {

    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final ObjectProvider<AssetRegister> assets;
    private final Clock clock;

    TakeOutWords(
            PeopleRegister people, DepartmentRegister departments, ObjectProvider<AssetRegister> assets, Clock clock) {
        this.people = people;
        this.departments = departments;
        this.assets = assets;
        this.clock = clock;
    }

    /** A line of a list; {@code assets} are code and, where the reader may know it, name. */
    record Line(
            TakeOutId id,
            String taker,
            String department,
            String destination,
            LocalDate leavesOn,
            LocalDate returnsOn,
            TakeOut.State state,
            boolean overdue,
            int level,
            List<String> assets) {}

    /** An asset of a sheet; its name is empty where the reader may not know it or it is gone. */
    record Asset(UUID id, String code, String name, Medium medium, int level, List<Measured> measures) {}

    /** A measure that was confirmed, and the clause that asks for it. */
    record Measured(Measure measure, String clause) {}

    /** Who signed, when, in which condition. */
    record Signed(String by, ZonedDateTime at, String condition) {}

    /** A take-out with all that is to be seen of it. */
    record Sheet(
            TakeOut takeOut,
            String taker,
            String department,
            List<Asset> assets,
            boolean overdue,
            Optional<Signed> leaving,
            Optional<Signed> back,
            Optional<Signed> lost) {}

    static String code(TakeOuts.Refusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Line> lines(List<TakeOut> takeOuts, PersonId reader) {
        if (takeOuts.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Person> takers =
                people.find(takeOuts.stream().map(TakeOut::taker).collect(Collectors.toSet()));
        Map<DepartmentId, String> called =
                called(takeOuts.stream().map(TakeOut::department).collect(Collectors.toSet()));
        Map<UUID, AssetRegister.Line> known = known(takeOuts.stream(), reader);
        LocalDate today = LocalDate.now(clock);
        return takeOuts.stream()
                .map(t -> new Line(
                        t.id(),
                        name(takers, t.taker()),
                        called.getOrDefault(t.department(), ""),
                        t.destination(),
                        t.leavesOn(),
                        t.returnsOn(),
                        t.state(),
                        t.overdueOn(today),
                        t.level(),
                        t.carried().stream()
                                .flatMap(c -> Optional.ofNullable(known.get(c.asset())).stream())
                                .map(l -> l.name().isEmpty() ? l.code() : l.code() + " " + l.name())
                                .toList()))
                .toList();
    }

    Sheet sheet(TakeOut takeOut, PersonId reader) {
        Map<PersonId, Person> called = people.find(
                Stream.concat(Stream.of(takeOut.taker()), takeOut.back().map(TakeOut.Signature::by).stream())
                        .collect(Collectors.toSet()));
        Map<UUID, AssetRegister.Line> known = known(Stream.of(takeOut), reader);
        return new Sheet(
                takeOut,
                name(called, takeOut.taker()),
                called(Set.of(takeOut.department())).getOrDefault(takeOut.department(), ""),
                takeOut.carried().stream().map(c -> asset(c, known)).toList(),
                takeOut.overdueOn(LocalDate.now(clock)),
                takeOut.leaving().map(s -> signed(s, called)),
                takeOut.back().map(s -> signed(s, called)),
                takeOut.lost().map(s -> signed(s, called)));
    }

    private static Asset asset(TakeOut.Carried carried, Map<UUID, AssetRegister.Line> known) {
        Optional<AssetRegister.Line> line = Optional.ofNullable(known.get(carried.asset()));
        return new Asset(
                carried.asset(),
                line.map(AssetRegister.Line::code).orElse(""),
                line.map(AssetRegister.Line::name).orElse(""),
                carried.medium(),
                carried.level(),
                carried.measures().stream()
                        .sorted()
                        .map(m -> new Measured(m, m.clause(carried.medium())))
                        .toList());
    }

    private Signed signed(TakeOut.Signature signature, Map<PersonId, Person> called) {
        return new Signed(name(called, signature.by()), signature.at().atZone(clock.getZone()), signature.condition());
    }

    private Map<UUID, AssetRegister.Line> known(Stream<TakeOut> takeOuts, PersonId reader) {
        return assets.getObject()
                .lines(
                        takeOuts.flatMap(t -> t.carried().stream())
                                .map(TakeOut.Carried::asset)
                                .collect(Collectors.toSet()),
                        reader);
    }

    private Map<DepartmentId, String> called(Collection<DepartmentId> ids) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return departments.find(ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().nameIn(language)));
    }

    private static String name(Map<PersonId, Person> called, PersonId id) {
        return Optional.ofNullable(called.get(id)).map(p -> p.name().full()).orElse("");
    }
}
