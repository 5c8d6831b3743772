package org.hoshimori.core.estate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.DepartmentsCalled;
import org.hoshimori.core.organization.PeopleCalled;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Reading;
import org.hoshimori.core.sheets.Vocabulary;

/** One of the registers as a table. */
final class ItemSheet implements Importable<Item> {

    private static final int AT_A_TIME = 1_000;

    private final Noun noun;
    private final Estate estate;
    private final ItemList list;
    private final Levels levels;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Clock clock;
    private final Vocabulary words;

    ItemSheet(
            Noun noun,
            Estate estate,
            ItemList list,
            Levels levels,
            PeopleRegister people,
            DepartmentRegister departments,
            Clock clock,
            Vocabulary words) {
        this.noun = noun;
        this.estate = estate;
        this.list = list;
        this.levels = levels;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public String code() {
        return noun.path();
    }

    @Override
    public String authority() {
        return "estate";
    }

    /** The words for the levels follow the regulation in force. */
    @Override
    public List<Field> fields() {
        return List.of(
                words.required(noun.path(), "itemNumber"),
                words.required(noun.path(), "itemName"),
                words.choice(
                        "items",
                        "sort",
                        noun.sorts().stream()
                                .map(s -> words.choice(noun.code(), s))
                                .toList()),
                words.free("items", "owner"),
                words.free("items", "department"),
                words.choice("items", "level", levels()),
                words.choice(
                        "items",
                        "state",
                        Arrays.stream(Item.State.values())
                                .map(s -> words.choice("state", s.code()))
                                .toList()),
                words.lines("items", "note"));
    }

    private List<Field.Choice> levels() {
        List<String> ja = levels.words(Locale.JAPANESE);
        List<String> en = levels.words(Locale.ENGLISH);
        return IntStream.rangeClosed(0, Item.HIGHEST)
                .map(i -> Item.HIGHEST - i)
                .mapToObj(level -> level == 0
                        ? words.choice("level", "0")
                        : new Field.Choice(Integer.toString(level), spoken(level, ja), spoken(level, en)))
                .toList();
    }

    private static List<String> spoken(int level, List<String> words) {
        String word = words.get(level - 1);
        return List.of(level + " " + word, word, level + ":" + word);
    }

    @Override
    public Map<String, Item> known(Collection<String> keys) {
        return estate.numbered(noun, keys);
    }

    @Override
    public Reader<Item> reader(List<Entry> entries) {
        DepartmentsCalled departmentsCalled = departments.called();
        PeopleCalled peopleCalled = people.called(entries.stream()
                .flatMap(e -> e.text("owner").stream())
                .distinct()
                .toList());
        LocalDate today = LocalDate.now(clock);
        return (row, before) -> read(row, before, peopleCalled, departmentsCalled, today);
    }

    private Item read(
            Reading row,
            Optional<Item> before,
            PeopleCalled peopleCalled,
            DepartmentsCalled departmentsCalled,
            LocalDate today) {
        PersonId owner = before.flatMap(Item::ownedBy).orElse(null);
        DepartmentId department = before.flatMap(Item::inDepartment).orElse(null);
        String sort = noun.sorts().getFirst();
        return new Item(
                before.map(Item::id).orElseGet(ItemId::next),
                noun,
                row.text("itemNumber", "", ItemForm.LONGEST_NUMBER),
                row.needed("itemName", before.map(Item::name).orElse(""), ItemForm.LONGEST_NAME),
                row.choice("sort", before.map(Item::sort).orElse(sort), sort),
                row.one("owner", owner, text -> peopleCalled.meant(text, owner, today)),
                row.one("department", department, text -> departmentsCalled.meant(text, department)),
                Integer.parseInt(row.choice(
                        "level", Integer.toString(before.map(Item::level).orElse(0)), "0")),
                Item.State.of(row.choice(
                        "state",
                        before.map(Item::state).orElse(Item.State.IN_USE).code(),
                        Item.State.IN_USE.code())),
                row.lines("note", before.map(Item::note).orElse(""), ItemForm.LONGEST_NOTE),
                before.map(Item::version).orElse(0));
    }

    @Override
    public List<Map<String, String>> shown(List<Item> kept, Locale locale) {
        Map<PersonId, Person> owners = people.find(
                kept.stream().flatMap(i -> i.ownedBy().stream()).distinct().toList());
        Map<DepartmentId, Department> found = departments.find(
                kept.stream().flatMap(i -> i.inDepartment().stream()).distinct().toList());
        List<Field> fields = fields();
        return kept.stream()
                .map(item -> shown(item, fields, owners, found, locale))
                .toList();
    }

    private static Map<String, String> shown(
            Item item,
            List<Field> fields,
            Map<PersonId, Person> owners,
            Map<DepartmentId, Department> found,
            Locale locale) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("itemNumber", item.number());
        codes.put("itemName", item.name());
        codes.put("sort", item.sort());
        codes.put(
                "owner",
                item.ownedBy().map(owners::get).map(p -> p.name().full()).orElse(""));
        codes.put(
                "department",
                item.inDepartment()
                        .map(found::get)
                        .map(d -> d.nameIn(locale.getLanguage()))
                        .orElse(""));
        codes.put("level", Integer.toString(item.level()));
        codes.put("state", item.state().code());
        codes.put("note", item.note());
        fields.forEach(f -> codes.computeIfPresent(f.code(), (code, value) -> f.label(value, locale)));
        return codes;
    }

    @Override
    public Optional<String> write(Item described, Optional<Item> before, Actor by) {
        Estate.Outcome outcome = before.isPresent() ? estate.change(described, by) : estate.register(described, by);
        return switch (outcome) {
            case Estate.Outcome.Done _ -> Optional.empty();
            case Estate.Outcome.Refused(Estate.Refusal why) ->
                Optional.of(
                        switch (why) {
                            case NUMBER_TAKEN -> "number-taken";
                            case OWNER_NOT_HERE -> "not-here";
                            case DEPARTMENT_CLOSED -> "unknown";
                            case CHANGED_MEANWHILE -> "changed-meanwhile";
                        });
        };
    }

    @Override
    public void each(Map<String, String> asked, Consumer<List<Item>> parts) {
        ItemList.Wish wish = ItemList.Wish.of(noun, asked);
        int after = 0;
        List<Item> part;
        do {
            part = list.rows(wish, AT_A_TIME, after);
            parts.accept(part);
            after += part.size();
        } while (part.size() == AT_A_TIME);
    }
}
