package org.hoshimori.core.estate;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.History;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonPicker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the four registers. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/{register:systems|sites|devices|parties}")
class ItemPages {

    private final Estate estate;
    private final ItemList list;
    private final Levels levels;
    private final History history;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final PersonPicker picker;

    ItemPages(
            Estate estate,
            ItemList list,
            Levels levels,
            History history,
            PeopleRegister people,
            DepartmentRegister departments,
            PersonPicker picker) {
        this.estate = estate;
        this.list = list;
        this.levels = levels;
        this.history = history;
        this.people = people;
        this.departments = departments;
        this.picker = picker;
    }

    /** A line of the list; what has no owner or department has an empty name. */
    record Row(Item item, String owner, Optional<Department> department) {}

    /** The list, with what it can be filtered by. */
    record ListPage(
            ItemList.Wish wish,
            List<Row> rows,
            ItemList.Page found,
            List<Department> departments,
            List<String> levels) {
        public List<Item.State> states() {
            return Arrays.asList(Item.State.values());
        }

        /** Whether only one person's items are asked for. */
        public boolean onesOwn() {
            return !wish.owner().isEmpty() && !wish.owner().equals(ItemList.NOBODY);
        }

        public List<ItemList.Order> orders() {
            return Arrays.asList(ItemList.Order.values());
        }

        /** The filters, as an address repeats them; the page aside. */
        public Map<String, Object> asked() {
            Map<String, Object> asked = new HashMap<>();
            asked.put("q", wish.words());
            asked.put("sort", wish.sort());
            asked.put(
                    "department", wish.department().map(DepartmentId::toString).orElse(""));
            asked.put("owner", wish.owner());
            asked.put("level", wish.level() < 0 ? "" : Integer.toString(wish.level()));
            asked.put("state", wish.state());
            asked.put("order", wish.order().code());
            return asked;
        }
    }

    /** One item with what happened to it. */
    record ItemPage(Row row, List<History.Line> history, List<String> levels) {
        /** What the record says of a field: of a level its words, too. */
        public String said(String field, String value) {
            if (!field.equals("level") || !value.matches("[0-3]")) {
                return value;
            }
            int level = Integer.parseInt(value);
            return level == 0 ? "" : level + " " + levels.get(level - 1);
        }
    }

    /** The form of an item, or of a new one. */
    record FormPage(
            Noun noun,
            Optional<Item> item,
            List<Department> departments,
            PersonPicker.Choice owner,
            List<String> levels) {
        public List<Item.State> states() {
            return Arrays.asList(Item.State.values());
        }
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    String list(
            @PathVariable String register,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) Optional<DepartmentId> department,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) Optional<Integer> level,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "number") String order,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Target", required = false) Optional<String> target,
            Model model) {
        ItemList.Wish wish = new ItemList.Wish(
                noun(register), q, sort, department, owner, level.orElse(-1), state, ItemList.Order.of(order), page);
        ItemList.Page found = list.page(wish);
        model.addAttribute(
                "page",
                new ListPage(
                        wish,
                        rows(found.items()),
                        found,
                        departments.open(),
                        levels.words(LocaleContextHolder.getLocale())));
        return target.filter("rows"::equals).isPresent() ? "estate/items :: rows" : "estate/items";
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ModelAndView item(@PathVariable String register, @PathVariable ItemId id) {
        Item item = known(register, id);
        return new ModelAndView("estate/item")
                .addObject(
                        "page",
                        new ItemPage(
                                rows(List.of(item)).getFirst(),
                                history.of(item.subject()),
                                levels.words(LocaleContextHolder.getLocale())));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('estate')")
    ModelAndView blank(@PathVariable String register) {
        return form(noun(register), Optional.empty(), ItemForm.empty(noun(register)), HttpStatus.OK);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('estate')")
    ModelAndView edit(@PathVariable String register, @PathVariable ItemId id) {
        Item item = known(register, id);
        return form(item.noun(), Optional.of(item), ItemForm.of(item), HttpStatus.OK);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('estate')")
    ModelAndView enter(
            @PathVariable String register,
            @Valid @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor) {
        Noun noun = noun(register);
        if (wrong(noun, form, errors, find)) {
            return again(noun, Optional.empty(), form, find.isPresent());
        }
        return shown(estate.register(form.described(noun, ItemId.next()), actor), noun, Optional.empty(), form, errors);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('estate')")
    ModelAndView change(
            @PathVariable String register,
            @PathVariable ItemId id,
            @Valid @ModelAttribute("form") ItemForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor) {
        Item before = known(register, id);
        if (wrong(before.noun(), form, errors, find)) {
            return again(before.noun(), Optional.of(before), form, find.isPresent());
        }
        return shown(
                estate.change(form.described(before.noun(), id), actor),
                before.noun(),
                Optional.of(before),
                form,
                errors);
    }

    static boolean wrong(Noun noun, ItemForm form, BindingResult errors, Optional<String> find) {
        if (find.isEmpty() && !noun.sorts().contains(form.sort())) {
            errors.rejectValue("sort", "item.sort-unknown");
        }
        return find.isPresent() || errors.hasErrors();
    }

    private ModelAndView shown(
            Estate.Outcome outcome, Noun noun, Optional<Item> before, ItemForm form, BindingResult errors) {
        return done(outcome, errors)
                .map(item -> new ModelAndView("redirect:/" + noun.path() + "/" + item.id()))
                .orElseGet(() -> again(noun, before, form, false));
    }

    /** What was entered or changed; if nothing, the errors say why. */
    static Optional<Item> done(Estate.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case Estate.Outcome.Done(Item item) -> Optional.of(item);
            case Estate.Outcome.Refused(Estate.Refusal why) -> {
                switch (why) {
                    case NUMBER_TAKEN -> errors.rejectValue("itemNumber", "item.number-taken");
                    case OWNER_NOT_HERE -> errors.rejectValue("owner", "picker.not-here");
                    case DEPARTMENT_CLOSED -> errors.rejectValue("department", "item.department-closed");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                }
                yield Optional.empty();
            }
        };
    }

    private ModelAndView again(Noun noun, Optional<Item> item, ItemForm form, boolean searching) {
        return form(noun, item, form, searching ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView form(Noun noun, Optional<Item> item, ItemForm form, HttpStatus status) {
        return new ModelAndView("estate/item-form", status)
                .addObject(
                        "page",
                        new FormPage(
                                noun,
                                item,
                                departments.open(),
                                picker.choice("owner", form.ownerWords(), form.owner()),
                                levels.words(LocaleContextHolder.getLocale())))
                .addObject("form", form);
    }

    private List<Row> rows(List<Item> items) {
        Map<PersonId, Person> owners =
                people.find(items.stream().flatMap(i -> i.ownedBy().stream()).toList());
        Map<DepartmentId, Department> found = departments.find(
                items.stream().flatMap(i -> i.inDepartment().stream()).toList());
        return items.stream()
                .map(i -> new Row(
                        i,
                        i.ownedBy()
                                .flatMap(p -> Optional.ofNullable(owners.get(p)))
                                .map(p -> p.name().full())
                                .orElse(""),
                        i.inDepartment().flatMap(d -> Optional.ofNullable(found.get(d)))))
                .toList();
    }

    private Item known(String register, ItemId id) {
        return estate.find(id)
                .filter(i -> i.noun() == noun(register))
                .orElseThrow(() -> new ItemUnknown(id.toString()));
    }

    private static Noun noun(String register) {
        return Noun.at(register).orElseThrow(() -> new ItemUnknown(register));
    }
}
