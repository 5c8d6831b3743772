package org.hoshimori.core.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Reading;
import org.hoshimori.core.sheets.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The register of people as a table; names in one column or in two. */
@Component
@Order(1)
class PeopleSheet implements Importable<Person> {

    private static final int AT_A_TIME = 1_000;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final PeopleRegister register;
    private final PeopleList list;
    private final DepartmentRegister departments;
    private final Clock clock;
    private final List<Field> fields;

    PeopleSheet(
            PeopleRegister register, PeopleList list, DepartmentRegister departments, Clock clock, Vocabulary words) {
        this.register = register;
        this.list = list;
        this.departments = departments;
        this.clock = clock;
        this.fields = List.of(
                words.required("people", "staffNumber"),
                words.free("people", "family"),
                words.free("people", "given"),
                words.free("people", "familyKana"),
                words.free("people", "givenKana"),
                words.understood("people", "name"),
                words.understood("people", "kana"),
                words.required("people", "mail"),
                words.choice(
                        "people",
                        "employment",
                        Arrays.stream(Person.Employment.values())
                                .map(e -> words.choice("employment", e.code()))
                                .toList()),
                words.free("people", "department"),
                words.choice(
                        "people", "language", List.of(words.choice("language", "ja"), words.choice("language", "en"))),
                words.required("people", "joinedOn"),
                words.free("people", "leavesOn"));
    }

    @Override
    public String code() {
        return "people";
    }

    @Override
    public String authority() {
        return "people";
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public Map<String, Person> known(Collection<String> keys) {
        return register.numbered(keys);
    }

    @Override
    public Reader<Person> reader(List<Entry> entries) {
        DepartmentsCalled named = departments.called();
        PeopleCalled users = register.called(entries.stream()
                .flatMap(e -> e.text("mail").stream())
                .distinct()
                .toList());
        Map<String, String> mails = new HashMap<>();
        return (row, before) -> read(row, before.orElse(null), named, users, mails);
    }

    private @Nullable Person read(
            Reading row,
            @Nullable Person before,
            DepartmentsCalled named,
            PeopleCalled users,
            Map<String, String> mails) {
        Optional<Person> was = Optional.ofNullable(before);
        PersonName name = name(row, was.map(Person::name));
        String mail = row.needed("mail", was.map(Person::mail).orElse(""), 200);
        if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
            row.fault("mail", "no-mail", mail);
        }
        String number = row.entry().text("staffNumber").orElse("");
        String first = mails.putIfAbsent(mail.toLowerCase(Locale.ROOT), number);
        boolean anothers =
                users.using(mail).stream().anyMatch(p -> !p.staffNumber().equals(number));
        if (!mail.isEmpty() && (anothers || (first != null && !first.equals(number)))) {
            row.fault("mail", "mail-taken", mail);
        }
        String employment =
                row.choice("employment", was.map(p -> p.employment().code()).orElse("employee"), "employee");
        DepartmentId department = row.one(
                "department",
                was.map(Person::department).orElse(null),
                text -> named.meant(text, was.map(Person::department).orElse(null)));
        String language = row.choice("language", was.map(Person::language).orElse("ja"), "ja");
        LocalDate joined = row.day("joinedOn", was.map(Person::joinedOn).orElse(null));
        LocalDate leaves = row.day("leavesOn", was.map(Person::leavesOn).orElse(null));
        if (joined == null) {
            row.needed("joinedOn", "", 40);
        } else if (leaves != null && leaves.isBefore(joined)) {
            row.fault("leavesOn", "leaves-before-joining");
        }
        return joined == null || name == null
                ? null
                : new Person(
                        was.map(Person::id).orElseGet(PersonId::next),
                        number,
                        name,
                        mail,
                        Person.Employment.of(employment),
                        department,
                        language,
                        joined,
                        leaves,
                        was.map(Person::version).orElse(0));
    }

    private static @Nullable PersonName name(Reading row, Optional<PersonName> was) {
        String[] name = both(row, "family", "given", "name", was.map(PersonName::family), was.map(PersonName::given));
        String[] kana = both(
                row,
                "familyKana",
                "givenKana",
                "kana",
                was.map(PersonName::familyKana),
                was.map(PersonName::givenKana));
        if (name[0].isEmpty()) {
            row.fault(row.entry().cells().containsKey("name") ? "name" : "family", "needed");
            return null;
        }
        return new PersonName(name[0], name[1], kana[0], kana[1]);
    }

    /** Two columns, or one in which a blank stands between; where none does, and it is what was known before, it stays divided so. */
    private static String[] both(
            Reading row, String first, String second, String one, Optional<String> was, Optional<String> wasSecond) {
        String before = was.orElse("");
        String beforeSecond = wasSecond.orElse("");
        String whole = row.text(one, "", 160);
        if (row.entry().cells().containsKey(first) || whole.isEmpty()) {
            return new String[] {row.text(first, before, 80), row.text(second, beforeSecond, 80)};
        }
        if (People.bare(before + beforeSecond).equals(People.bare(whole))) {
            return new String[] {before, beforeSecond};
        }
        String[] parts = whole.split("\\s+", 2);
        return new String[] {parts[0], parts.length < 2 ? "" : parts[1]};
    }

    @Override
    public List<Map<String, String>> shown(List<Person> kept, Locale locale) {
        Map<DepartmentId, Department> found = departments.find(
                kept.stream().flatMap(p -> p.inDepartment().stream()).distinct().toList());
        return kept.stream().map(p -> shown(p, found, locale)).toList();
    }

    private Map<String, String> shown(Person person, Map<DepartmentId, Department> found, Locale locale) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("staffNumber", person.staffNumber());
        shown.put("family", person.name().family());
        shown.put("given", person.name().given());
        shown.put("familyKana", person.name().familyKana());
        shown.put("givenKana", person.name().givenKana());
        shown.put("mail", person.mail());
        shown.put("employment", label("employment", person.employment().code(), locale));
        shown.put(
                "department",
                person.inDepartment()
                        .map(found::get)
                        .map(d -> d.nameIn(locale.getLanguage()))
                        .orElse(""));
        shown.put("language", label("language", person.language(), locale));
        shown.put("joinedOn", person.joinedOn().toString());
        shown.put("leavesOn", Objects.toString(person.leavesOn(), ""));
        return shown;
    }

    private String label(String field, String code, Locale locale) {
        return fields.stream()
                .filter(f -> f.code().equals(field))
                .map(f -> f.label(code, locale))
                .findFirst()
                .orElse(code);
    }

    @Override
    public Optional<String> write(Person described, Optional<Person> before, Actor by) {
        PeopleRegister.Outcome outcome =
                before.isPresent() ? register.change(described, by) : register.enter(described, by);
        return switch (outcome) {
            case PeopleRegister.Outcome.Done _ -> Optional.empty();
            case PeopleRegister.Outcome.Refused(PeopleRegister.Refusal why) ->
                Optional.of(
                        switch (why) {
                            case STAFF_NUMBER_TAKEN -> "number-taken";
                            case MAIL_TAKEN -> "mail-taken";
                            case CHANGED_MEANWHILE -> "changed-meanwhile";
                            case LEAVES_BEFORE_JOINING -> "leaves-before-joining";
                            case STILL_HOLDS -> "still-holds";
                        });
        };
    }

    @Override
    public void each(Map<String, String> asked, Consumer<List<Person>> parts) {
        PeopleList.Wish wish = new PeopleList.Wish(
                asked.getOrDefault("q", ""),
                Optional.ofNullable(asked.get("department"))
                        .filter(d -> !d.isBlank())
                        .map(DepartmentId::of),
                Boolean.parseBoolean(asked.get("left")),
                1);
        LocalDate today = LocalDate.now(clock);
        int after = 0;
        List<PersonId> ids;
        do {
            ids = list.ids(wish, today, AT_A_TIME, after);
            Map<PersonId, Person> found = register.find(ids);
            parts.accept(ids.stream().map(found::get).filter(Objects::nonNull).toList());
            after += ids.size();
        } while (ids.size() == AT_A_TIME);
    }
}
