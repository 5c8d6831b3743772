package org.hoshimori.chapters.processing;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.ItemList;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonPicker;
import org.hoshimori.core.sheets.Csv;
import org.hoshimori.core.storage.Width;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of the log. Everybody adds to it and sees what he or she has handled; whoever keeps the estate or reads the record sees
 * all.
 */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/processing")
@PreAuthorize("isAuthenticated()")
class LogPages {

    private static final int OFFERED = 200;
    private static final int MOST = 100_000;
    private final ProcessingLog log;
    private final Entries entries;
    private final Applicable applicable;
    private final Estate estate;
    private final ItemList items;
    private final PeopleRegister people;
    private final PersonPicker picker;
    private final MessageSource messages;
    private final Clock clock;

    LogPages(
            ProcessingLog log,
            Entries entries,
            Applicable applicable,
            Estate estate,
            ItemList items,
            PeopleRegister people,
            PersonPicker picker,
            MessageSource messages,
            Clock clock) {
        this.log = log;
        this.entries = entries;
        this.applicable = applicable;
        this.estate = estate;
        this.items = items;
        this.people = people;
        this.picker = picker;
        this.messages = messages;
        this.clock = clock;
    }

    /** A line of the list, with names. */
    record Row(Entry entry, boolean corrected, String handler, String recipient) {
        public boolean lacks() {
            return !corrected
                    && (entry.basis().isEmpty() || (entry.deed() == Entry.Deed.PROVIDED && recipient.isEmpty()));
        }
    }

    /** The list. */
    record ListPage(Entries.Wish wish, Entries.Page found, List<Row> rows) {
        public List<String> sensors() {
            return Entry.SENSORS;
        }

        public List<Entry.Deed> deeds() {
            return Arrays.asList(Entry.Deed.values());
        }
    }

    /** The form, with what its fields offer. */
    record FormPage(Optional<Entry> corrects, List<Item> parties, PersonPicker.Choice handler) {
        public List<String> sensors() {
            return Entry.SENSORS;
        }

        public List<String> bases() {
            return Entry.BASES;
        }

        public List<Entry.Deed> deeds() {
            return Arrays.asList(Entry.Deed.values());
        }
    }

    @GetMapping
    ModelAndView list(
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        kept();
        Entries.Wish wish = wish(asked, person, authentication);
        Entries.Page found = entries.page(wish);
        return new ModelAndView("processing/log").addObject("page", new ListPage(wish, found, rows(found.lines())));
    }

    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table(
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        kept();
        List<List<String>> table = new ArrayList<>();
        table.add(Stream.of(
                        "day",
                        "record",
                        "handler",
                        "sensor",
                        "resolution",
                        "deed",
                        "words",
                        "recipient",
                        "basis",
                        "basisNote",
                        "corrected")
                .map(f -> say(f.equals("recipient") ? "processing." + f : "field." + f, locale))
                .toList());
        for (Row row : rows(entries.rows(wish(asked, person, authentication), MOST, 0))) {
            Entry e = row.entry();
            table.add(List.of(
                    e.day().toString(),
                    e.record(),
                    row.handler(),
                    say("sensor." + e.sensor(), locale),
                    e.resolution(),
                    say("deed." + e.deed().code(), locale),
                    e.words(),
                    row.recipient(),
                    e.basis().isEmpty() ? "" : say("basis." + e.basis(), locale),
                    e.basisNote(),
                    row.corrected() ? "*" : ""));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"processing.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(Csv.bytes(table));
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal SignedIn person) {
        kept();
        return form(Optional.empty(), EntryForm.empty(LocalDate.now(clock), person.id()), HttpStatus.OK);
    }

    @GetMapping("/{id}/correct")
    ModelAndView correct(
            @PathVariable UUID id, @AuthenticationPrincipal SignedIn person, Authentication authentication) {
        Entry entry = seen(id, person, authentication);
        String party = entry.toParty().flatMap(estate::find).map(Item::number).orElse("");
        return form(Optional.of(entry), EntryForm.of(entry, party), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(
            @Valid @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            @AuthenticationPrincipal SignedIn person) {
        kept();
        return added(Optional.empty(), form, errors, find.isPresent(), person);
    }

    @PostMapping("/{id}/correct")
    ModelAndView corrected(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        return added(Optional.of(seen(id, person, authentication)), form, errors, find.isPresent(), person);
    }

    private ModelAndView added(
            Optional<Entry> corrects, EntryForm form, BindingResult errors, boolean searching, SignedIn person) {
        if (searching) {
            return form(corrects, form, HttpStatus.OK);
        }
        Optional<LocalDate> day = Days.read("day", form.day(), errors);
        Optional<Entry.Deed> deed = Entry.Deed.find(form.deed());
        String number = Width.folded(form.party());
        Optional<Item> party = number.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        estate.numbered(Noun.PARTY, List.of(number)).get(number));
        if (party.isEmpty() && !number.isEmpty()) {
            errors.rejectValue("party", "processing.no-such-number");
        }
        if (deed.isEmpty() || !Entry.SENSORS.contains(form.sensor())) {
            errors.rejectValue(deed.isEmpty() ? "deed" : "sensor", "processing.choose");
        }
        if (!form.basis().isEmpty() && !Entry.BASES.contains(form.basis())) {
            errors.rejectValue("basis", "processing.choose");
        }
        PersonId handler = form.handler();
        if (handler == null || people.find(handler).isEmpty()) {
            errors.rejectValue("handler", "processing.choose");
        }
        if (errors.hasErrors() || day.isEmpty() || deed.isEmpty() || handler == null) {
            return form(corrects, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Entry entry = new Entry(
                UUID.randomUUID(),
                day.get(),
                Width.folded(form.record()),
                handler,
                form.sensor(),
                Width.folded(form.resolution()),
                deed.get(),
                form.words().strip(),
                party.map(Item::id).orElse(null),
                Width.folded(form.recipient()),
                form.basis(),
                form.basisNote().strip(),
                corrects.map(Entry::id).orElse(null),
                clock.instant(),
                person.actor().id());
        return log.add(entry, person.actor())
                .map(why -> {
                    switch (why) {
                        case NOT_YET -> errors.rejectValue("day", "processing.not-yet");
                        case CORRECTED_ALREADY -> errors.reject("processing.corrected-already");
                    }
                    return form(corrects, form, HttpStatus.UNPROCESSABLE_CONTENT);
                })
                .orElseGet(() -> new ModelAndView("redirect:/processing"));
    }

    private ModelAndView form(Optional<Entry> corrects, EntryForm form, HttpStatus status) {
        return new ModelAndView("processing/entry-form", status)
                .addObject(
                        "page",
                        new FormPage(
                                corrects,
                                items.rows(ItemList.Wish.all(Noun.PARTY), OFFERED, 0),
                                picker.choice("handler", form.handlerWords(), form.handler())))
                .addObject("form", form);
    }

    private static boolean seesAll(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.ESTATE, Permission.RECORD);
    }

    private static Entries.Wish wish(Map<String, String> asked, SignedIn person, Authentication authentication) {
        String page = asked.getOrDefault("page", "1");
        String sensor = asked.getOrDefault("sensor", "");
        return new Entries.Wish(
                asked.getOrDefault("q", ""),
                Entry.SENSORS.contains(sensor) ? sensor : "",
                Entry.Deed.find(asked.getOrDefault("deed", ""))
                        .map(Entry.Deed::code)
                        .orElse(""),
                Days.read(asked.getOrDefault("from", "")),
                Days.read(asked.getOrDefault("until", "")),
                seesAll(authentication) ? Optional.empty() : Optional.of(person.id()),
                asked.getOrDefault("lacking", "").equals("true"),
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
    }

    private List<Row> rows(List<Entries.Line> lines) {
        Map<PersonId, Person> names =
                people.find(lines.stream().map(l -> l.entry().handler()).collect(Collectors.toSet()));
        Map<ItemId, Item> parties = estate.find(
                lines.stream().flatMap(l -> l.entry().toParty().stream()).collect(Collectors.toSet()));
        return lines.stream()
                .map(l -> new Row(
                        l.entry(),
                        l.corrected(),
                        Optional.ofNullable(names.get(l.entry().handler()))
                                .map(p -> p.name().full())
                                .orElse(""),
                        l.entry()
                                .toParty()
                                .flatMap(p -> Optional.ofNullable(parties.get(p)))
                                .map(Item::name)
                                .orElse(l.entry().recipient())))
                .toList();
    }

    private Entry seen(UUID id, SignedIn person, Authentication authentication) {
        kept();
        return entries.find(id)
                .map(Entries.Line::entry)
                .filter(e -> seesAll(authentication) || e.handler().equals(person.id()))
                .orElseThrow(() -> new NotKept(id.toString()));
    }

    private void kept() {
        if (!applicable.now()) {
            throw new NotKept("processing");
        }
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
