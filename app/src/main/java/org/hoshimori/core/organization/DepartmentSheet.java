package org.hoshimori.core.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Reading;
import org.hoshimori.core.sheets.Vocabulary;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The departments of today as a table; told apart by name. */
@Component
@Order(2)
class DepartmentSheet implements Importable<Department> {

    private static final int STEP = 10;

    private final DepartmentRegister register;
    private final PeopleRegister people;
    private final Clock clock;
    private final List<Field> fields;

    DepartmentSheet(DepartmentRegister register, PeopleRegister people, Clock clock, Vocabulary words) {
        this.register = register;
        this.people = people;
        this.clock = clock;
        this.fields = List.of(
                words.required("departments", "name"),
                words.free("departments", "nameEn"),
                words.free("departments", "position"),
                words.free("departments", "head"));
    }

    @Override
    public String code() {
        return "departments";
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
    public Map<String, Department> known(Collection<String> keys) {
        return register.open().stream()
                .filter(d -> d.closedOn() == null && keys.contains(d.name()))
                .collect(Collectors.toMap(Department::name, Function.identity()));
    }

    @Override
    public Reader<Department> reader(List<Entry> entries) {
        PeopleCalled named = people.called(entries.stream()
                .flatMap(e -> e.text("head").stream())
                .distinct()
                .toList());
        int[] last = {
            register.open().stream().mapToInt(Department::position).max().orElse(0)
        };
        return (row, before) -> read(row, before, named, last);
    }

    private Department read(Reading row, Optional<Department> before, PeopleCalled named, int[] last) {
        PersonId headBefore = before.flatMap(Department::ledBy).orElse(null);
        int next = before.isPresent() ? last[0] : Math.min(last[0] + STEP, 9999);
        int position = row.number("position", before.map(Department::position).orElse(next), 0, 9999);
        last[0] = Math.max(last[0], position);
        return new Department(
                before.map(Department::id).orElseGet(DepartmentId::next),
                row.text("name", "", 80),
                row.text("nameEn", before.map(Department::nameEn).orElse(""), 80),
                position,
                row.one("head", headBefore, text -> named.meant(text, headBefore, LocalDate.now(clock))),
                null,
                before.map(Department::version).orElse(0));
    }

    @Override
    public List<Map<String, String>> shown(List<Department> kept, Locale locale) {
        Map<PersonId, Person> heads = people.find(
                kept.stream().flatMap(d -> d.ledBy().stream()).distinct().toList());
        return kept.stream()
                .map(d -> {
                    Map<String, String> shown = new LinkedHashMap<>();
                    shown.put("name", d.name());
                    shown.put("nameEn", d.nameEn());
                    shown.put("position", Integer.toString(d.position()));
                    shown.put(
                            "head",
                            d.ledBy().map(heads::get).map(p -> p.name().full()).orElse(""));
                    return shown;
                })
                .toList();
    }

    @Override
    public Optional<String> write(Department described, Optional<Department> before, Actor by) {
        DepartmentRegister.Outcome outcome =
                before.isPresent() ? register.change(described, by) : register.open(described, by);
        return switch (outcome) {
            case DepartmentRegister.Outcome.Done _ -> Optional.empty();
            case DepartmentRegister.Outcome.Refused(DepartmentRegister.Refusal why) ->
                Optional.of(
                        switch (why) {
                            case NAME_TAKEN -> "number-taken";
                            case HEAD_NOT_HERE -> "not-here";
                            case CHANGED_MEANWHILE -> "changed-meanwhile";
                            case STILL_HAS_PEOPLE -> "still-has-people";
                        });
        };
    }

    @Override
    public void each(Map<String, String> asked, Consumer<List<Department>> parts) {
        parts.accept(register.open());
    }
}
