package org.hoshimori.core.scim;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonName;
import org.hoshimori.core.storage.Width;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes in users as people, by the register's front door. */
@Service
@Transactional
class Users {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,100}@[^\\s@]{1,99}");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 200;

    private final PeopleRegister register;
    private final DepartmentRegister departments;
    private final Links links;
    private final Clock clock;

    Users(PeopleRegister register, DepartmentRegister departments, Links links, Clock clock) {
        this.register = register;
        this.departments = departments;
        this.links = links;
        this.clock = clock;
    }

    /** A page of users. */
    record Page(List<ObjectNode> users, long total) {}

    public ObjectNode enter(JsonNode user, Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (!UserJson.active(user)) {
            throw invalid("active");
        }
        Person described = Person.newcomer(
                number(user),
                name(user, new PersonName("-", "", "", "")),
                mail(user),
                employment(user, Person.Employment.EMPLOYEE),
                department(user, null),
                language(user, "ja"),
                today);
        Person person = done(register.enter(described, by));
        link(person.id(), user);
        return told(person);
    }

    /** Describes somebody anew; who is not active any more has left the day before, and so is not let in any more. */
    public ObjectNode replace(Person before, JsonNode user, Actor by) {
        LocalDate today = LocalDate.now(clock);
        boolean here = before.worksOn(today);
        boolean active = UserJson.active(user);
        LocalDate leaves = active == here
                ? before.leavesOn()
                : active ? null : today.isAfter(before.joinedOn()) ? today.minusDays(1) : today;
        Person described = new Person(
                before.id(),
                number(user),
                name(user, before.name()),
                mail(user),
                employment(user, before.employment()),
                department(user, before.department()),
                language(user, before.language()),
                before.joinedOn(),
                leaves,
                before.version());
        Person after = described.equals(before) ? before : done(register.change(described, by));
        link(after.id(), user);
        return told(after);
    }

    public ObjectNode patch(Person before, JsonNode patch, Actor by) {
        ObjectNode user = told(before);
        Patch.apply(user, patch);
        return replace(before, user, by);
    }

    @Transactional(readOnly = true)
    public Person known(String id) {
        return Optional.of(id)
                .filter(i -> i.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(i -> new PersonId(UUID.fromString(i)))
                .flatMap(register::find)
                .orElseThrow(() -> new ScimRefused(HttpStatus.NOT_FOUND, "", "scim.unknown"));
    }

    @Transactional(readOnly = true)
    public List<ObjectNode> named(String userName) {
        return register.findByMail(Width.folded(userName)).map(this::told).stream()
                .toList();
    }

    @Transactional(readOnly = true)
    public List<ObjectNode> linked(String externalId) {
        return links.find(externalId).flatMap(register::find).map(this::told).stream()
                .toList();
    }

    @Transactional(readOnly = true)
    public Page page(int most, long after) {
        Links.Page page = links.page(most, after);
        Map<PersonId, Person> people = register.find(page.people());
        Map<PersonId, String> called = links.of(page.people());
        LocalDate today = LocalDate.now(clock);
        return new Page(
                page.people().stream()
                        .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                        .map(p -> UserJson.of(p, Optional.ofNullable(called.get(p.id())), today))
                        .toList(),
                page.total());
    }

    @Transactional(readOnly = true)
    public ObjectNode told(Person person) {
        return UserJson.of(
                person, Optional.ofNullable(links.of(List.of(person.id())).get(person.id())), LocalDate.now(clock));
    }

    private void link(PersonId person, JsonNode user) {
        String externalId = UserJson.text(user, "externalId");
        if (externalId.length() > LONGEST_ID) {
            throw invalid("externalId");
        }
        if (!links.keep(person, externalId)) {
            throw new ScimRefused(HttpStatus.CONFLICT, "uniqueness", "scim.taken", "externalId");
        }
    }

    private static Person done(PeopleRegister.Outcome outcome) {
        return switch (outcome) {
            case PeopleRegister.Outcome.Done(Person person) -> person;
            case PeopleRegister.Outcome.Refused(PeopleRegister.Refusal why) ->
                throw switch (why) {
                    case STAFF_NUMBER_TAKEN ->
                        new ScimRefused(HttpStatus.CONFLICT, "uniqueness", "person.staff-number-taken");
                    case MAIL_TAKEN -> new ScimRefused(HttpStatus.CONFLICT, "uniqueness", "person.mail-taken");
                    case CHANGED_MEANWHILE -> new ScimRefused(HttpStatus.PRECONDITION_FAILED, "", "changed-meanwhile");
                    case LEAVES_BEFORE_JOINING ->
                        new ScimRefused(HttpStatus.BAD_REQUEST, "invalidValue", "person.leaves-before-joining");
                    case STILL_HOLDS -> new ScimRefused(HttpStatus.CONFLICT, "mutability", "person.still-holds");
                };
        };
    }

    /** The employee number, or what the provider calls the person where there is none. */
    private static String number(JsonNode user) {
        String number = UserJson.text(user, UserJson.ENTERPRISE, "employeeNumber");
        String said = Width.folded(number.isEmpty() ? UserJson.text(user, "externalId") : number);
        if (said.isEmpty() || said.length() > LONGEST_NUMBER || said.indexOf('\0') >= 0) {
            throw invalid("employeeNumber");
        }
        return said;
    }

    /** The reading stays: SCIM has no place for it. */
    private static PersonName name(JsonNode user, PersonName before) {
        String family = UserJson.text(user, "name", "familyName");
        String given = UserJson.text(user, "name", "givenName");
        String said = family.isEmpty() ? UserJson.text(user, "displayName") : family;
        if (said.isEmpty()
                || said.length() > LONGEST_NAME
                || given.length() > LONGEST_NAME
                || (said + given).indexOf('\0') >= 0) {
            throw invalid("name.familyName");
        }
        return new PersonName(said, family.isEmpty() ? "" : given, before.familyKana(), before.givenKana());
    }

    private static String mail(JsonNode user) {
        String mail = Width.folded(UserJson.mail(user));
        if (!MAIL.matcher(mail).matches() || mail.indexOf('\0') >= 0) {
            throw invalid("emails");
        }
        return mail;
    }

    private static Person.Employment employment(JsonNode user, Person.Employment before) {
        String type = UserJson.text(user, "userType");
        return Arrays.stream(Person.Employment.values())
                .filter(e -> e.code().equalsIgnoreCase(type))
                .findFirst()
                .orElse(before);
    }

    private static String language(JsonNode user, String before) {
        String language = UserJson.text(user, "preferredLanguage");
        return language.startsWith("en") ? "en" : language.startsWith("ja") ? "ja" : before;
    }

    /** By id or name; one that we don't have changes nothing. */
    private @Nullable DepartmentId department(JsonNode user, @Nullable DepartmentId before) {
        String said = UserJson.text(user, UserJson.ENTERPRISE, "department");
        if (said.isEmpty()) {
            return before;
        }
        return departments.open().stream()
                .filter(d -> d.id().toString().equals(said)
                        || d.name().equals(said)
                        || d.nameEn().equalsIgnoreCase(said))
                .map(Department::id)
                .findFirst()
                .orElse(before);
    }

    private static ScimRefused invalid(String attribute) {
        return new ScimRefused(HttpStatus.BAD_REQUEST, "invalidValue", "scim.invalid", attribute);
    }
}
