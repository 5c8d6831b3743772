package org.hoshimori.demo;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.company.FiscalYear;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.duties.DutyId;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.handovers.HandingOver;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonName;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * A year of the made-up company: it begins with the product, adopts its regulation, appoints its posts; people join, move and
 * leave. Each act happens at its own day and minute.
 */
@Component
@ConditionalOnBooleanProperty("hoshimori.demo")
class Story {

    private static final int DAYS = 363;
    private static final int NOTICE = 30;
    private static final int SETTLED = 14;
    private static final int WEEK = 7;
    private static final int LATELY = 40;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 5);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String SMALL = "abcdefghijkmnopqrstuvwxyz";
    private static final String DIGITS = "23456789";

    private final Founding founding;
    private final BusinessCalendar calendar;
    private final PeopleRegister people;
    private final Posts posts;
    private final HandingOver handingOver;
    private final Duties duties;
    private final Estate estate;
    private final Belongings belongings;
    private final Accounts accounts;
    private final Adoption adoption;
    private final BackupStory backups;
    private final ProcessingStory processing;
    private final MediaStory media;
    private final Jobs jobs;
    private final StoryClock clock;

    private final Map<String, Person> byNumber = new HashMap<>();
    private Actor officer = Founding.CONSOLE;
    private LocalDate today = LocalDate.EPOCH;

    Story(
            Founding founding,
            BusinessCalendar calendar,
            PeopleRegister people,
            Posts posts,
            HandingOver handingOver,
            Duties duties,
            Estate estate,
            Belongings belongings,
            Accounts accounts,
            Adoption adoption,
            BackupStory backups,
            ProcessingStory processing,
            MediaStory media,
            Jobs jobs,
            StoryClock clock) {
        this.founding = founding;
        this.calendar = calendar;
        this.people = people;
        this.posts = posts;
        this.handingOver = handingOver;
        this.duties = duties;
        this.estate = estate;
        this.belongings = belongings;
        this.accounts = accounts;
        this.adoption = adoption;
        this.backups = backups;
        this.processing = processing;
        this.media = media;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Something that happens so many days before today. */
    private record Act(int daysAgo, Runnable happens) {}

    List<Demonstration.LogIn> tell() {
        today = LocalDate.now(clock);
        List<Demonstration.LogIn> logIns = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(DAYS, () -> founding.begins(today)));
        for (Lines.Line line : Lines.of("people.csv")) {
            int joined = joined(line);
            acts.add(new Act(Math.min(DAYS, joined), () -> joins(line, day(joined))));
            acts.add(new Act(Math.max(0, Math.min(DAYS, joined) - SETTLED), () -> duties(line)));
            if (line.has("leaves")) {
                acts.add(new Act(line.number("leaves") + NOTICE, () -> leaves(line)));
                acts.add(new Act(line.number("leaves"), () -> duties(line)));
            }
        }
        Lines.of("departments.csv")
                .forEach(line -> acts.add(new Act(
                        DAYS,
                        () -> done(founding.opens(line, known(line.get("head")).id()), line))));
        Lines.of("appointments.csv").forEach(line -> acts.add(new Act(line.number("from"), () -> appoints(line))));
        Lines.of("items.csv").forEach(line -> acts.add(new Act(line.number("from"), () -> registers(line))));
        Lines.of("assets.csv")
                .forEach(line -> acts.add(new Act(line.number("from"), () -> belongings.registers(line, officer))));
        acts.add(new Act(LATELY, () -> belongings.takesInventory("systems", true, officer, keeper())));
        acts.add(new Act(WEEK, () -> belongings.takesInventory("operation", false, officer, keeper())));
        Lines.of("log-ins.csv").forEach(line -> acts.add(new Act(DAYS - 1, () -> logIns.add(account(line)))));
        acts.add(new Act(DAYS - 1, this::adopts));
        acts.add(new Act(BackupStory.BEGINS, () -> backups.begins(this::id, officer)));
        for (int ago = BackupStory.BEGINS - WEEK; ago > 0; ago -= WEEK) {
            acts.add(new Act(ago, () -> backups.nights(today)));
        }
        Lines.of("processing.csv")
                .forEach(line ->
                        acts.add(new Act(line.number("from"), () -> done(processing.adds(line, this::id), line))));
        acts.add(new Act(BackupStory.TESTED, () -> backups.restores(this::id)));
        for (Lines.Line line : Lines.of("take-outs.csv")) {
            acts.add(new Act(line.number("from"), () -> done(media.takesOut(line, this::id), line)));
            if (line.has("back")) {
                acts.add(new Act(line.number("back"), () -> done(media.returns(line, this::id), line)));
            }
        }
        Lines.of("disposals.csv")
                .forEach(line ->
                        acts.add(new Act(line.number("from"), () -> done(media.disposes(line, this::id), line))));
        for (int ago = DAYS - 2; ago > 0; ago -= WEEK) {
            int at = ago;
            acts.add(new Act(at, () -> works(at)));
        }
        acts.sort(Comparator.comparingInt(Act::daysAgo).reversed());
        try {
            Instant last = Instant.EPOCH;
            for (Act act : acts) {
                Instant opens = day(act.daysAgo())
                        .atTime(OFFICE_OPENS)
                        .atZone(clock.getZone())
                        .toInstant();
                last = opens.isAfter(last) ? opens : last.plusSeconds(23);
                clock.set(last);
                act.happens().run();
            }
        } finally {
            clock.release();
        }
        backups.nights(today);
        jobs.ask(LogStory.JOB, "once", clock.instant());
        return logIns;
    }

    /** So many days ago, or the next business day after it. */
    private LocalDate day(int ago) {
        return calendar.onOrAfter(today.minusDays(ago));
    }

    private int joined(Lines.Line line) {
        if (!line.get("joined").equals("april")) {
            return line.number("joined");
        }
        FiscalYear year = FiscalYear.of(today, Month.APRIL);
        return (int) (today.toEpochDay() - year.first().toEpochDay());
    }

    private void joins(Lines.Line line, LocalDate on) {
        Person newcomer = Person.newcomer(
                line.get("number"),
                new PersonName(line.get("family"), line.get("given"), line.get("familyKana"), line.get("givenKana")),
                line.get("mail") + "@hoshikage.example.jp",
                employment(line.get("employment")),
                founding.department(line.get("department")),
                line.get("language"),
                on);
        done(people.enter(newcomer, officer) instanceof PeopleRegister.Outcome.Done, line);
        byNumber.put(line.get("number"), newcomer);
    }

    /** A week's duties are planned and done; the last weeks' are still to be done. */
    private void works(int ago) {
        duties.plan();
        LocalDate by = LocalDate.now(clock).plusDays(WEEK);
        if (ago > LATELY) {
            duties.dueUpTo(by).forEach(duty -> duties.done(duty, "", keeper()));
        }
    }

    private PersonId keeper() {
        return PersonId.of(officer.id().replace("person:", ""));
    }

    /** What a coming or a going has set off is done. */
    private void duties(Lines.Line line) {
        Person person = known(line.get("number"));
        for (DutyId duty : duties.openAbout("person:" + person.id())) {
            duties.done(duty, "", keeper());
        }
    }

    private void leaves(Lines.Line line) {
        Person person = people.find(known(line.get("number")).id()).orElseThrow();
        LocalDate lastDay = today.minusDays(line.number("leaves"));
        if (!handingOver.held(person.id(), lastDay).isEmpty()) {
            done(handingOver.putOff(person.id(), lastDay, officer).isEmpty(), line);
        }
        done(people.change(person.leaving(lastDay), officer) instanceof PeopleRegister.Outcome.Done, line);
    }

    private void appoints(Lines.Line line) {
        Appointment appointment = Appointment.to(
                line.get("post"),
                line.has("department") ? founding.department(line.get("department")) : null,
                known(line.get("holder")).id(),
                line.has("deputy") ? known(line.get("deputy")).id() : null,
                day(line.number("from")),
                line.has("until") ? day(line.number("until") - 1).minusDays(1) : null);
        done(posts.appoint(appointment, officer) instanceof Posts.Outcome.Done, line);
    }

    private void registers(Lines.Line line) {
        Item item = Item.newcomer(
                Noun.valueOf(line.get("noun")),
                line.get("number"),
                line.get("name"),
                line.get("sort"),
                line.has("owner") ? known(line.get("owner")).id() : null,
                founding.department(line.get("department")),
                line.number("level"));
        done(estate.register(item, officer) instanceof Estate.Outcome.Done, line);
    }

    private void adopts() {
        String dated = "tailoring: 1\nvalues:\n  reg_effective-on: " + LocalDate.now(clock) + "\n";
        Regulation regulation = Regulation.resolve(
                CatalogJson.shipped(),
                TailoringReader.read("tailoring.yaml", Lines.text("tailoring.yaml")),
                TailoringReader.read("effective.yaml", dated));
        Adoption.Outcome outcome = adoption.adopt(regulation, clock.instant(), officer);
        if (!(outcome instanceof Adoption.Outcome.Adopted)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private Demonstration.LogIn account(Lines.Line line) {
        Person person = known(line.get("number"));
        String password = password();
        Set<Permission> permissions = Arrays.stream(line.get("permissions").split(" "))
                .filter(p -> !p.isEmpty())
                .map(p -> Permission.valueOf(p.toUpperCase(java.util.Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        done(accounts.open(person, password, permissions, Founding.CONSOLE).isEmpty(), line);
        if (line.get("role").equals("security-officer")) {
            officer = Actor.person(person.id().value());
        }
        return new Demonstration.LogIn(line.get("role"), person.mail(), password);
    }

    /** Easy to type from a console; four groups of letters and digits of every class. */
    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            password.append(group == 0 ? "" : "-");
            for (String from : List.of(LETTERS, SMALL, SMALL, DIGITS)) {
                password.append(from.charAt(random.nextInt(from.length())));
            }
        }
        return password.toString();
    }

    private static Person.Employment employment(String code) {
        return Arrays.stream(Person.Employment.values())
                .filter(e -> e.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private PersonId id(String number) {
        return known(number).id();
    }

    private Person known(String number) {
        return Objects.requireNonNull(byNumber.get(number), number);
    }

    private static void done(boolean done, Lines.@Nullable Line line) {
        if (!done) {
            throw new IllegalStateException("the story does not hold together at " + line);
        }
    }
}
