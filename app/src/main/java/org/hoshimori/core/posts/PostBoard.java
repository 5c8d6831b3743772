package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.catalog.Table;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.HeldPosts;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.regulation.ReportingLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts as pages show them: in the regulation's order and words, with their holders' names, vacancies among them. */
@Component
@Transactional(readOnly = true)
class PostBoard implements HeldPosts {

    private static final String COMMITTEE = "org-1.b_posts";

    private final Posts posts;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final RegulationInForce regulation;

    PostBoard(Posts posts, PeopleRegister people, DepartmentRegister departments, RegulationInForce regulation) {
        this.posts = posts;
        this.people = people;
        this.departments = departments;
        this.regulation = regulation;
    }

    /** Somebody, as a line names him or her. */
    record Named(UUID id, String name) {}

    /**
     * A post with its holder, or without one.
     *
     * @param department its name, of a post that each department has
     * @param insteadOf the title of the post whose holder answers for this one too
     * @param committee whether it belongs to the committee
     * @param over whether the appointment is past
     */
    record Line(
            String code,
            String title,
            Optional<Department> department,
            Optional<Appointment> appointment,
            Optional<Named> holder,
            Optional<Named> deputy,
            Optional<String> insteadOf,
            boolean committee,
            boolean over) {

        Line answeredBy(String otherTitle) {
            return new Line(
                    code, title, department, appointment, holder, deputy, Optional.of(otherTitle), committee, over);
        }

        /** Its title, with the department's name where it is a department's. */
        String full(Locale locale) {
            return title
                    + department
                            .map(d -> " – " + d.nameIn(locale.getLanguage()))
                            .orElse("");
        }

        /** Whether nobody holds it. */
        public boolean vacant() {
            return holder.isEmpty() && insteadOf.isEmpty();
        }
    }

    /** A post in the chart with those who report to it. */
    record Node(String title, List<String> holders, List<Node> reports) {}

    /** What the regulation in force calls a post. */
    String title(String code, Locale locale) {
        return regulation.now().wording(locale).title(code);
    }

    /** All posts on a day. */
    List<Line> on(LocalDate day, Locale locale) {
        List<Appointment> held = posts.on(day);
        Map<PersonId, Person> names = names(held);
        Set<String> committee = committee();
        List<Line> lines = new ArrayList<>();
        for (String code : Stream.concat(
                        committee.stream(), posts.codes().stream().filter(c -> !committee.contains(c)))
                .toList()) {
            List<Appointment> own =
                    held.stream().filter(a -> a.post().equals(code)).toList();
            String answeredBy = posts.answeredBy(code);
            if (!answeredBy.equals(code)) {
                lines.add(line(code, Optional.empty(), Optional.empty(), names, locale, day, true)
                        .answeredBy(title(answeredBy, locale)));
            } else if (code.equals(Posts.DEPARTMENTAL)) {
                for (Department department : departments.open()) {
                    lines.add(line(
                            code,
                            Optional.of(department),
                            own.stream()
                                    .filter(a -> department.id().equals(a.department()))
                                    .findFirst(),
                            names,
                            locale,
                            day,
                            true));
                }
            } else if (own.isEmpty()) {
                lines.add(line(code, Optional.empty(), Optional.empty(), names, locale, day, committee.contains(code)));
            } else {
                own.forEach(a -> lines.add(
                        line(code, Optional.empty(), Optional.of(a), names, locale, day, committee.contains(code))));
            }
        }
        return lines;
    }

    /** Everybody who held, holds or will hold a post, the latest first. */
    List<Line> history(String code, LocalDate day, Locale locale) {
        List<Appointment> all = posts.history(code);
        Map<PersonId, Person> names = names(all);
        return all.stream()
                .map(a -> line(
                        code, a.inDepartment().flatMap(departments::find), Optional.of(a), names, locale, day, false))
                .toList();
    }

    @Override
    public List<Held> heldBy(PersonId person, LocalDate day, Locale locale) {
        return of(person, day, locale).stream()
                .map(l -> new Held(
                        l.code(),
                        l.title(),
                        l.department(),
                        l.deputy().filter(d -> d.id().equals(person.value())).isPresent()))
                .toList();
    }

    /** What somebody holds on a day, as holder or deputy. */
    List<Line> of(PersonId person, LocalDate day, Locale locale) {
        List<Appointment> held = posts.heldBy(person, day);
        Map<PersonId, Person> names = names(held);
        return held.stream()
                .map(a -> line(
                        a.post(),
                        a.inDepartment().flatMap(departments::find),
                        Optional.of(a),
                        names,
                        locale,
                        day,
                        false))
                .toList();
    }

    private Line line(
            String code,
            Optional<Department> department,
            Optional<Appointment> appointment,
            Map<PersonId, Person> names,
            Locale locale,
            LocalDate day,
            boolean committee) {
        return new Line(
                code,
                title(code, locale),
                department,
                appointment,
                appointment.map(Appointment::holder).map(names::get).map(PostBoard::named),
                appointment.flatMap(Appointment::deputised).map(names::get).map(PostBoard::named),
                Optional.empty(),
                committee,
                appointment.flatMap(Appointment::lastDay).filter(day::isAfter).isPresent());
    }

    private static Named named(Person person) {
        return new Named(person.id().value(), person.name().full());
    }

    private Map<PersonId, Person> names(Collection<Appointment> appointments) {
        return people.find(appointments.stream()
                .flatMap(a -> Stream.concat(Stream.of(a.holder()), a.deputised().stream()))
                .toList());
    }

    /** Codes of the committee's posts, as the regulation lists them. */
    private Set<String> committee() {
        Set<String> codes = new LinkedHashSet<>();
        regulation.now().regulation().table(COMMITTEE).stream()
                .flatMap(t -> t.rows().stream())
                .map(Table.Row::id)
                .filter(code -> regulation.now().regulation().title(code).isPresent())
                .forEach(codes::add);
        return codes;
    }

    /** Who reports to whom, from the regulation's chart, with today's holders. */
    List<Node> tree(LocalDate day, Locale locale) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        on(day, locale)
                .forEach(l ->
                        lines.computeIfAbsent(l.code(), k -> new ArrayList<>()).add(l));
        return regulation.now().regulation().table(Posts.CHART).stream()
                .flatMap(t -> ReportingLine.of(t).stream())
                .flatMap(l -> nodes(l, lines, locale))
                .toList();
    }

    /** One box for each department. */
    private Stream<Node> nodes(ReportingLine line, Map<String, List<Line>> lines, Locale locale) {
        List<Line> own = lines.getOrDefault(line.post(), List.of());
        if (line.post().equals(Posts.DEPARTMENTAL) && line.below().isEmpty()) {
            return own.stream().map(l -> new Node(l.full(locale), holders(List.of(l)), List.of()));
        }
        return Stream.of(new Node(
                title(line.post(), locale),
                holders(own),
                line.below().stream().flatMap(l -> nodes(l, lines, locale)).toList()));
    }

    private static List<String> holders(List<Line> lines) {
        return lines.stream()
                .flatMap(l -> Stream.concat(l.holder().stream().map(Named::name), l.insteadOf().stream()))
                .toList();
    }
}
