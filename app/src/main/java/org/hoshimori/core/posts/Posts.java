package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.parameters.OrgParameters;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.storage.Bigrams;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.ReportingLine;
import org.hoshimori.regulation.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The posts of the regulation in force and who holds them ({@code org-1}). A post that each department has is held once a
 * department, a director's by several people, every other one by one person at a time.
 */
@Service
@Transactional
public class Posts {

    /** The post that every department has. */
    public static final String DEPARTMENTAL = "departmental-security-manager";

    /** The table of the regulation that says who reports to whom. */
    static final String CHART = "org-1.b_chart";

    private static final String DIRECTOR = "director";
    private static final String COMPLAINTS = "complaints-contact";
    private static final String INCIDENTS = "incident-response-manager";

    private final Appointments appointments;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final RegulationInForce regulation;
    private final ApplicationEventPublisher events;

    Posts(
            Appointments appointments,
            PeopleRegister people,
            DepartmentRegister departments,
            RegulationInForce regulation,
            ApplicationEventPublisher events) {
        this.appointments = appointments;
        this.people = people;
        this.departments = departments;
        this.regulation = regulation;
        this.events = events;
    }

    /** Why somebody can't be appointed so; nothing was written. */
    public enum Refusal {
        /** The holder does not work here on the first day. */
        HOLDER_NOT_HERE,
        /** The deputy does not work here on the first day, or today. */
        DEPUTY_NOT_HERE,
        /** Nobody stands in for himself or herself. */
        DEPUTY_IS_HOLDER,
        /** The last day lies before the first. */
        ENDS_BEFORE_START,
        /** Somebody else holds the post on one of these days. */
        HELD_BY_ANOTHER,
        /** The post belongs to a department, and none, or a closed one, is named. */
        DEPARTMENT_NEEDED,
        /** Somebody else has changed the appointment since the form was opened. */
        CHANGED_MEANWHILE
    }

    /** What it comes to. */
    public sealed interface Outcome {
        /** It is written. */
        record Done(Appointment appointment) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Codes of the posts that people are appointed to, in the catalog's order; a department's head is named with the department. */
    @Transactional(readOnly = true)
    public List<String> codes() {
        boolean own = !complaintsWithIncidents();
        return regulation.now().regulation().catalog().posts().stream()
                .map(Catalog.Named::code)
                .filter(code -> !code.equals(Seat.HEAD))
                .filter(code -> own || !code.equals(COMPLAINTS))
                .toList();
    }

    /** A post with what the regulation in force calls it. */
    public record Titled(String code, String title) {}

    /** Posts whose titles in a language hold all of the words. */
    @Transactional(readOnly = true)
    public List<Titled> named(String words, Locale locale) {
        String[] asked = Bigrams.folded(words).strip().split("\\s+");
        Wording wording = regulation.now().wording(locale);
        return codes().stream()
                .map(code -> new Titled(code, wording.title(code)))
                .filter(p -> Arrays.stream(asked).allMatch(Bigrams.folded(p.title())::contains))
                .toList();
    }

    /** Appoints somebody. */
    public Outcome appoint(Appointment described, Actor by) {
        if (!codes().contains(described.post())) {
            throw new PostUnknown(described.post());
        }
        appointments.lock(described.post());
        Optional<Refusal> refusal = refusal(described, described.startsOn());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        appointments.insert(described);
        events.publishEvent(new PostEvent.Appointed(by, described));
        return new Outcome.Done(described);
    }

    /** Changes deputy and last day to what is described, of which the version must be the one last read. */
    public Outcome change(Appointment described, LocalDate today, Actor by) {
        appointments.lock(described.post());
        Appointment before = appointments.find(described.id()).orElseThrow(() -> new PostUnknown(described.post()));
        Optional<Refusal> refusal =
                refusal(described, today.isAfter(described.startsOn()) ? today : described.startsOn());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!appointments.update(described)) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Appointment after = appointments.find(described.id()).orElseThrow();
        events.publishEvent(new PostEvent.AppointmentChanged(by, before, after));
        return new Outcome.Done(after);
    }

    private Optional<Refusal> refusal(Appointment appointment, LocalDate deputyFrom) {
        LocalDate starts = appointment.startsOn();
        if (appointment.lastDay().filter(end -> end.isBefore(starts)).isPresent()) {
            return Optional.of(Refusal.ENDS_BEFORE_START);
        }
        if (appointment.post().equals(DEPARTMENTAL) != departmentOpen(appointment)) {
            return Optional.of(Refusal.DEPARTMENT_NEEDED);
        }
        if (!worksOn(appointment.holder(), starts)) {
            return Optional.of(Refusal.HOLDER_NOT_HERE);
        }
        if (appointment.deputised().filter(appointment.holder()::equals).isPresent()) {
            return Optional.of(Refusal.DEPUTY_IS_HOLDER);
        }
        if (!appointment.deputised().map(d -> worksOn(d, deputyFrom)).orElse(true)) {
            return Optional.of(Refusal.DEPUTY_NOT_HERE);
        }
        return !appointment.post().equals(DIRECTOR) && appointments.overlaps(appointment)
                ? Optional.of(Refusal.HELD_BY_ANOTHER)
                : Optional.empty();
    }

    private boolean departmentOpen(Appointment appointment) {
        return appointment
                .inDepartment()
                .flatMap(departments::find)
                .filter(d -> d.closedOn() == null)
                .isPresent();
    }

    private boolean worksOn(PersonId person, LocalDate day) {
        return people.find(person).filter(p -> p.worksOn(day)).isPresent();
    }

    /** An appointment, also one that is over. */
    @Transactional(readOnly = true)
    public Optional<Appointment> find(AppointmentId id) {
        return appointments.find(id);
    }

    /** All appointments to a post, the latest first. */
    @Transactional(readOnly = true)
    public List<Appointment> history(String post) {
        return appointments.of(post);
    }

    /** Who holds which post on a day; posts that nobody holds don't occur. */
    @Transactional(readOnly = true)
    public List<Appointment> on(LocalDate day) {
        return appointments.on(day);
    }

    /** What somebody holds on a day, as holder or deputy. */
    @Transactional(readOnly = true)
    public List<Appointment> heldBy(PersonId person, LocalDate day) {
        return appointments.of(person, day);
    }

    /** Each post with the one that it reports to, from the chart of the regulation in force; the topmost are left out. */
    @Transactional(readOnly = true)
    public Map<String, String> superiors() {
        return superiors(regulation.now().regulation());
    }

    /** The same of any regulation. */
    public static Map<String, String> superiors(Regulation of) {
        Map<String, String> superiors = new HashMap<>();
        of.table(CHART).ifPresent(chart -> ReportingLine.of(chart).forEach(line -> below(line, superiors)));
        return superiors;
    }

    private static void below(ReportingLine line, Map<String, String> superiors) {
        for (ReportingLine lower : line.below()) {
            superiors.putIfAbsent(lower.post(), line.post());
            below(lower, superiors);
        }
    }

    /** The post whose holder answers for this one: for complaints, the one that the regulation names. */
    @Transactional(readOnly = true)
    public String answeredBy(String post) {
        return post.equals(COMPLAINTS) && complaintsWithIncidents() ? INCIDENTS : post;
    }

    private boolean complaintsWithIncidents() {
        return regulation
                .now()
                .value(OrgParameters.COMPLAINTS_HELD_BY)
                .filter(OrgParameters.ComplaintsHeldBy.INCIDENT_RESPONSE_MANAGER::equals)
                .isPresent();
    }
}
