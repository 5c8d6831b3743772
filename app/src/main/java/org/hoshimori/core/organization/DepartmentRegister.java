package org.hoshimori.core.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of departments: which there are and who leads them. */
@Service
@Transactional
public class DepartmentRegister {

    private final Departments departments;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DepartmentRegister(Departments departments, People people, ApplicationEventPublisher events, Clock clock) {
        this.departments = departments;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Why a department can't be opened, changed or closed; nothing was written. */
    public enum Refusal {
        /** Another department bears the name. */
        NAME_TAKEN,
        /** Who is to lead it does not work here. */
        HEAD_NOT_HERE,
        /** Somebody else has changed the department since the form was opened. */
        CHANGED_MEANWHILE,
        /** People belong to it after the day on which it is to close. */
        STILL_HAS_PEOPLE
    }

    /** What it comes to. */
    public sealed interface Outcome {
        /** It is written. */
        record Done(Department department) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Opens a department. */
    public Outcome open(Department called, Actor by) {
        departments.lock();
        Optional<Refusal> refusal = refusal(called);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        departments.insert(called);
        events.publishEvent(new DepartmentEvent.DepartmentOpened(by, called));
        return new Outcome.Done(called);
    }

    /** Changes name, place and head to what is described, of which the version must be the one last read. */
    public Outcome change(Department described, Actor by) {
        departments.lock();
        Department before = known(described.id());
        Optional<Refusal> refusal = refusal(described);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!departments.update(described)) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Department after = known(described.id());
        events.publishEvent(new DepartmentEvent.DepartmentChanged(by, before, after));
        return new Outcome.Done(after);
    }

    /** Closes a department after its last day; people must have left it by then. */
    public Outcome close(DepartmentId id, LocalDate lastDay, Actor by) {
        departments.lock();
        known(id);
        if (departments.peopleAfter(id, lastDay) > 0) {
            return new Outcome.Refused(Refusal.STILL_HAS_PEOPLE);
        }
        departments.close(id, lastDay);
        events.publishEvent(new DepartmentEvent.DepartmentClosed(by, id, lastDay));
        return new Outcome.Done(known(id));
    }

    /** A department, also one that is closed. */
    @Transactional(readOnly = true)
    public Optional<Department> find(DepartmentId id) {
        return departments.find(id);
    }

    /** Departments by their ids, also closed ones; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<DepartmentId, Department> find(Collection<DepartmentId> ids) {
        return departments.find(ids).stream().collect(Collectors.toMap(Department::id, d -> d));
    }

    /** All departments by name, also closed ones. */
    @Transactional(readOnly = true)
    public DepartmentsCalled called() {
        return new DepartmentsCalled(departments.all());
    }

    /** The departments of today, as they are listed. */
    @Transactional(readOnly = true)
    public List<Department> open() {
        return departments.open(LocalDate.now(clock));
    }

    /** Today's departments whose names, in either language, hold all of the words. */
    @Transactional(readOnly = true)
    public List<Department> named(String words) {
        String[] asked = Bigrams.folded(words).strip().split("\\s+");
        return open().stream()
                .filter(d -> Arrays.stream(asked).allMatch(Bigrams.folded(d.name() + "\n" + d.nameEn())::contains))
                .toList();
    }

    private Department known(DepartmentId id) {
        return departments.find(id).orElseThrow(() -> new DepartmentUnknown(id));
    }

    private Optional<Refusal> refusal(Department department) {
        if (departments.nameTaken(department)) {
            return Optional.of(Refusal.NAME_TAKEN);
        }
        LocalDate today = LocalDate.now(clock);
        boolean headHere = department
                .ledBy()
                .map(head -> people.find(head).filter(p -> p.worksOn(today)).isPresent())
                .orElse(true);
        return headHere ? Optional.empty() : Optional.of(Refusal.HEAD_NOT_HERE);
    }
}
