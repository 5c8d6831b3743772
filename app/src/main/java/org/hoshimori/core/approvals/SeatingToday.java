package org.hoshimori.core.approvals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hoshimori.catalog.parameters.OrgParameters;
import org.hoshimori.core.absences.Absences;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.stereotype.Component;

/** Reads who may sit where from today's appointments and the regulation in force. */
@Component
class SeatingToday {

    private final Posts posts;
    private final DepartmentRegister departments;
    private final Absences absences;
    private final RegulationInForce regulation;
    private final Clock clock;

    SeatingToday(
            Posts posts, DepartmentRegister departments, Absences absences, RegulationInForce regulation, Clock clock) {
        this.posts = posts;
        this.departments = departments;
        this.absences = absences;
        this.regulation = regulation;
        this.clock = clock;
    }

    Seating read() {
        List<String> top = regulation.now().value(OrgParameters.TOP_MANAGEMENT).orElse(List.of());
        return new Seating(
                posts.on(LocalDate.now(clock)),
                departments.open().stream()
                        .filter(d -> d.head() != null)
                        .collect(Collectors.toMap(Department::id, d -> d.ledBy().orElseThrow())),
                posts.superiors(),
                top,
                absences.standIns(LocalDate.now(clock)));
    }
}
