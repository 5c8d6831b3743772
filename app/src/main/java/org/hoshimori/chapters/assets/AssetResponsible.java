package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.stereotype.Component;

/** Who answers for the assets of a department ({@code ast-1.3}): nobody enters it, it follows from the regulation in force. */
@Component
class AssetResponsible {

    private final RegulationInForce regulation;
    private final DepartmentRegister departments;
    private final PeopleRegister people;
    private final Posts posts;
    private final Clock clock;

    AssetResponsible(
            RegulationInForce regulation,
            DepartmentRegister departments,
            PeopleRegister people,
            Posts posts,
            Clock clock) {
        this.regulation = regulation;
        this.departments = departments;
        this.people = people;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * The manager.
     *
     * @param name empty where nobody is
     */
    record Manager(Optional<PersonId> person, String name) {}

    Manager of(DepartmentId department) {
        LocalDate today = LocalDate.now(clock);
        Optional<PersonId> person = byHead()
                ? departments.find(department).flatMap(Department::ledBy)
                : managers(today)
                        .filter(a -> department.equals(a.department()))
                        .map(Appointment::holder)
                        .findFirst();
        return person.flatMap(people::find)
                .filter(p -> p.worksOn(today))
                .map(p -> new Manager(Optional.of(p.id()), p.name().full()))
                .orElse(new Manager(Optional.empty(), ""));
    }

    /** Those of these departments for whose assets this person answers. */
    List<Department> answeredBy(PersonId person, List<Department> of) {
        Set<DepartmentId> own = byHead()
                ? Set.of()
                : managers(LocalDate.now(clock))
                        .filter(a -> a.holder().equals(person))
                        .flatMap(a -> Stream.ofNullable(a.department()))
                        .collect(Collectors.toSet());
        return of.stream()
                .filter(d -> byHead() ? person.equals(d.head()) : own.contains(d.id()))
                .toList();
    }

    private boolean byHead() {
        return regulation.now().value(AstParameters.RESPONSIBLE).orElse(AstParameters.Responsible.HEAD_OF_MAIN_USER)
                == AstParameters.Responsible.HEAD_OF_MAIN_USER;
    }

    private Stream<Appointment> managers(LocalDate today) {
        return posts.on(today).stream().filter(a -> a.post().equals(Posts.DEPARTMENTAL));
    }
}
