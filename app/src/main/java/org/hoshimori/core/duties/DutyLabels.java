package org.hoshimori.core.duties;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Seat;
import org.hoshimori.core.posts.Seats;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.regulation.Wording;
import org.springframework.stereotype.Component;

/** What pages call those who have duties and what duties are about, asked for a whole page at once. */
@Component
class DutyLabels {

    private static final String PERSON = "person:";

    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final RegulationInForce regulation;
    private final List<SubjectNames> rooms;

    DutyLabels(
            PeopleRegister people,
            DepartmentRegister departments,
            RegulationInForce regulation,
            List<SubjectNames> rooms) {
        this.people = people;
        this.departments = departments;
        this.regulation = regulation;
        this.rooms = rooms;
    }

    /**
     * Who has a duty.
     *
     * @param title of the post, or a person's name
     * @param holder who holds the post, or empty
     * @param standIn who acts for the holder, or empty
     * @param vacant whether nobody holds the post
     */
    record Label(String title, String holder, String standIn, boolean vacant) {}

    /** Names for a page. */
    record Labels(Map<String, Label> assignees, Map<String, String> subjects) {
        public Label of(Task task) {
            return assignees.getOrDefault(
                    task.assignee().code(), new Label(task.assignee().code(), "", "", true));
        }

        /** What it is about where that is not the one who has it; empty where it is. */
        public String about(Task task) {
            return task.subject().equals(task.assignee().code()) ? "" : subjects.getOrDefault(task.subject(), "");
        }
    }

    Labels of(List<Task> tasks, Assignees.Acting acting, Locale locale) {
        Map<PersonId, Person> persons = people.find(persons(tasks, acting));
        Map<DepartmentId, Department> rooms =
                departments.open().stream().collect(Collectors.toMap(Department::id, d -> d));
        Wording wording = regulation.now().wording(locale);
        Map<String, Label> labels = new HashMap<>();
        Map<String, String> subjects = new HashMap<>();
        for (Task task : tasks) {
            labels.computeIfAbsent(task.assignee().code(), code -> switch (task.assignee()) {
                case Assignee.OfPerson(PersonId id) -> new Label(name(persons, id), "", "", false);
                case Assignee.OfSeat(Seat seat) -> label(seat, acting, persons, rooms, wording, locale);
            });
            if (task.subject().startsWith(PERSON)) {
                subjects.put(
                        task.subject(), name(persons, PersonId.of(task.subject().substring(PERSON.length()))));
            }
        }
        subjects.putAll(things(tasks));
        return new Labels(labels, subjects);
    }

    /** Names of what duties are about that is neither somebody nor a part of the company. */
    private Map<String, String> things(List<Task> tasks) {
        Set<String> ids = tasks.stream()
                .map(Task::subject)
                .filter(s -> s.contains(":") && !s.startsWith(PERSON) && !s.startsWith("department:"))
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            rooms.forEach(room -> names.putAll(room.namesOf(ids)));
        }
        return names;
    }

    /** Names of the people that duties are about and who don't have them themselves, and of things, by subject. */
    Map<String, String> about(List<Task> tasks) {
        Map<String, PersonId> ids = new HashMap<>();
        tasks.stream()
                .filter(t -> t.subject().startsWith(PERSON)
                        && !t.subject().equals(t.assignee().code()))
                .forEach(t -> ids.put(t.subject(), PersonId.of(t.subject().substring(PERSON.length()))));
        Map<String, String> names = things(tasks);
        if (!ids.isEmpty()) {
            Map<PersonId, Person> persons = people.find(ids.values());
            ids.forEach((subject, id) -> names.put(subject, name(persons, id)));
        }
        return names;
    }

    /** Whether somebody may look at another's duty: a post's anybody may, a person's who leads or guards the person's department. */
    boolean below(PersonId viewer, Assignee assignee, Assignees.Acting acting) {
        return switch (assignee) {
            case Assignee.OfSeat(Seat seat) ->
                seat.department().filter(acting.departmentsOf(viewer)::contains).isPresent();
            case Assignee.OfPerson(PersonId id) ->
                people.find(id)
                        .flatMap(Person::inDepartment)
                        .filter(acting.departmentsOf(viewer)::contains)
                        .isPresent();
        };
    }

    private static Label label(
            Seat seat,
            Assignees.Acting acting,
            Map<PersonId, Person> persons,
            Map<DepartmentId, Department> rooms,
            Wording wording,
            Locale locale) {
        String department = seat.department()
                .flatMap(d -> Optional.ofNullable(rooms.get(d)))
                .map(d -> " – " + d.nameIn(locale.getLanguage()))
                .orElse("");
        Optional<Seats.Taken> taken = acting.in(seat);
        return new Label(
                wording.title(seat.post()) + department,
                taken.map(t -> name(persons, t.holder())).orElse(""),
                taken.flatMap(Seats.Taken::standIn).map(p -> name(persons, p)).orElse(""),
                taken.isEmpty());
    }

    private static Set<PersonId> persons(List<Task> tasks, Assignees.Acting acting) {
        Set<PersonId> ids = new HashSet<>();
        for (Task task : tasks) {
            if (task.subject().startsWith(PERSON)) {
                ids.add(PersonId.of(task.subject().substring(PERSON.length())));
            }
            switch (task.assignee()) {
                case Assignee.OfPerson(PersonId id) -> ids.add(id);
                case Assignee.OfSeat(Seat seat) ->
                    acting.in(seat).ifPresent(t -> {
                        ids.add(t.holder());
                        t.standIn().ifPresent(ids::add);
                    });
            }
        }
        return ids;
    }

    private static String name(Map<PersonId, Person> persons, PersonId id) {
        Person person = persons.get(id);
        return person == null ? id.toString() : person.name().full();
    }
}
