package org.hoshimori.core.approvals;

import static org.hoshimori.core.posts.Seat.HEAD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Requests for tests of other rooms. */
@Component
public class TestRequests {

    private final Approvals approvals;
    private final TestMatter matter;
    private final DepartmentRegister departments;

    TestRequests(Approvals approvals, TestMatter matter, DepartmentRegister departments) {
        this.approvals = approvals;
        this.matter = matter;
        this.departments = departments;
    }

    /** An open request by somebody that this person decides, as head of a department of its own. */
    public RequestId open(Actor by, PersonId decider) {
        String subject = "purchase:" + UUID.randomUUID();
        matter.prices.put(subject, 1);
        Department department = Department.called(subject, "", 1, decider);
        departments.open(department, by);
        Map<String, Object> record = matter.record(subject, 2).orElseThrow();
        List<Seat> line = List.of(Seat.of(HEAD, department.id()));
        Proposal proposal = new Proposal(
                TestMatter.KIND, subject, Optional.empty(), record, 2, List.of(line), "/", Optional.empty());
        return ((Approvals.Outcome.Done) approvals.ask(proposal, by)).request();
    }
}
