package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonName;
import org.hoshimori.core.organization.TestPeople;

/** Assets for tests, each with a code of its own. */
public final class TestAssets {

    static final Actor TEST = Actor.system("test");
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private TestAssets() {}

    /** One that is still to be entered: used by its department only. */
    public static Asset described(String name, DepartmentId department, int confidentiality) {
        return Asset.newcomer(
                "T-" + UUID.randomUUID(), name, department, Rating.of(confidentiality, 1, 1, "試験のため"), DAY);
    }

    /** One in the register. */
    public static Asset entered(Assets assets, String name, DepartmentId department, int confidentiality) {
        return done(assets.register(described(name, department, confidentiality), TEST));
    }

    /** One whose handling a law fixes. */
    public static Asset governed(Assets assets, DepartmentId department, String law) {
        return governedAlso(assets, entered(assets, "観測記録", department, 2), law);
    }

    /** A law comes to govern an asset. */
    public static Asset governedAlso(Assets assets, Asset a, String law) {
        return done(assets.change(
                new Asset(
                        a.id(),
                        a.code(),
                        a.area(),
                        a.name(),
                        a.note(),
                        a.department(),
                        a.scope(),
                        a.keeping(),
                        a.personal(),
                        a.rating(),
                        Stream.concat(a.legal().stream(), Stream.of(law)).toList(),
                        a.marking(),
                        a.registeredOn(),
                        a.state(),
                        a.version()),
                TEST));
    }

    /** Rates an asset top secret. */
    public static void raised(Assets assets, UUID id) {
        Asset asset = assets.find(new AssetId(id)).orElseThrow();
        done(assets.change(asset.rated(Rating.of(3, 1, 1, "漏えいの影響が大きい")), TEST));
    }

    static Asset done(Assets.Outcome outcome) {
        return ((Assets.Outcome.Done) outcome).asset();
    }

    static Department department(DepartmentRegister departments, String name) {
        return ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called(name + " " + UUID.randomUUID(), "", 900, null), TEST))
                .department();
    }

    /** Somebody who belongs to a department. */
    static Person memberOf(Department department, PeopleRegister people) {
        Person person = TestPeople.entered(people, "試験", "一郎");
        return ((PeopleRegister.Outcome.Done) people.change(
                        new Person(
                                person.id(),
                                person.staffNumber(),
                                new PersonName("試験", "一郎", "", ""),
                                person.mail(),
                                person.employment(),
                                department.id(),
                                "ja",
                                person.joinedOn(),
                                null,
                                person.version()),
                        TEST))
                .person();
    }

    /** The same asset with another scope of users. */
    static Asset usedBy(Asset a, UserScope scope) {
        return new Asset(
                a.id(),
                a.code(),
                a.area(),
                a.name(),
                a.note(),
                a.department(),
                scope,
                a.keeping(),
                a.personal(),
                a.rating(),
                a.legal(),
                a.marking(),
                a.registeredOn(),
                a.state(),
                a.version());
    }
}
