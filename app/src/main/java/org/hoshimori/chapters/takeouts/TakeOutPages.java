package org.hoshimori.chapters.takeouts;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.legal.LegalPanel;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
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

/** Asking for take-outs, their pages, and what is signed on them. */
@Controller
@RequestMapping("/take-outs")
class TakeOutPages {

    private static final int OFFERED = 20;
    private static final int SHOWN = 100;

    private final TakeOuts takeOuts;
    private final TakeOutTable table;
    private final TakeOutWords words;
    private final Receivers receivers;
    private final ObjectProvider<AssetRegister> assets;
    private final LegalPanel legal;
    private final Clock clock;

    TakeOutPages(
            TakeOuts takeOuts,
            TakeOutTable table,
            TakeOutWords words,
            Receivers receivers,
            ObjectProvider<AssetRegister> assets,
            LegalPanel legal,
            Clock clock) {
        this.takeOuts = takeOuts;
        this.table = table;
        this.words = words;
        this.receivers = receivers;
        this.assets = assets;
        this.legal = legal;
        this.clock = clock;
    }

    /** A row of the form: an asset, its medium as far as chosen. */
    record Row(AssetRegister.Line asset, Optional<Medium> medium) {}

    /** A measure that a medium needs. */
    record Needed(Medium medium, Measure measure, boolean confirmed) {}

    /** What the form shows besides its fields. */
    record FormPage(List<AssetRegister.Line> found, List<Row> rows, List<Needed> needed, Set<String> laws) {}

    /** The lists: one's own, and those one sees to. */
    record ListPage(List<TakeOutWords.Line> mine, List<TakeOutWords.Line> open, List<TakeOutWords.Line> ended) {}

    /** One take-out, and what whoever looks may do with it. */
    record Page(TakeOutWords.Sheet sheet, boolean mayLeave, boolean mayReceive, boolean mayLose, boolean mayWithdraw) {}

    /** What is to be seen at the gate on a day. */
    record GatePage(LocalDate day, List<TakeOutWords.Line> leaving, List<TakeOutWords.Line> coming) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView list(@AuthenticationPrincipal SignedIn person, Authentication authentication) {
        boolean everywhere = seesAll(authentication);
        Set<DepartmentId> led = receivers.ledBy(person.id());
        boolean seesTo = everywhere || !led.isEmpty();
        List<TakeOut> mine = table.of(person.id(), SHOWN);
        List<TakeOut> open = seesTo ? table.open(led, everywhere, SHOWN) : List.of();
        List<TakeOut> ended = seesTo ? table.ended(led, everywhere, OFFERED) : List.of();
        return new ModelAndView(
                "takeouts/list",
                "page",
                new ListPage(
                        words.lines(mine, person.id()),
                        words.lines(open, person.id()),
                        words.lines(ended, person.id())));
    }

    /** What leaves and comes back on a day, for whoever looks after the door. */
    @GetMapping("/gate")
    @PreAuthorize("hasAnyAuthority('assets','estate','findings','record')")
    ModelAndView gate(@RequestParam Optional<String> day, @AuthenticationPrincipal SignedIn person) {
        LocalDate on = day.flatMap(Days::read).orElse(LocalDate.now(clock));
        List<TakeOutWords.Line> lines = words.lines(table.atTheGate(on), person.id());
        return new ModelAndView(
                "takeouts/gate",
                "page",
                new GatePage(
                        on,
                        lines.stream()
                                .filter(l -> l.state() != TakeOut.State.OUT)
                                .toList(),
                        lines.stream()
                                .filter(l -> l.state() == TakeOut.State.OUT)
                                .toList()));
    }

    @GetMapping("/new")
    @PreAuthorize("isAuthenticated()")
    ModelAndView blank(@ModelAttribute("form") TakeOutForm asked, @AuthenticationPrincipal SignedIn person) {
        String today = LocalDate.now(clock).toString();
        TakeOutForm form = new TakeOutForm(
                asked.takenFor(),
                asked.takenTo(),
                asked.takenOn().isEmpty() ? today : asked.takenOn(),
                asked.backOn(),
                asked.network(),
                asked.words(),
                asked.carried(),
                asked.measure(),
                asked.legalMeasure());
        return form(form, person.id(), HttpStatus.OK);
    }

    /** Assets are looked for, or media and measures chosen; what is wrong is told when it is asked for. */
    @PostMapping(params = "look")
    @PreAuthorize("isAuthenticated()")
    ModelAndView look(@ModelAttribute("form") TakeOutForm form, @AuthenticationPrincipal SignedIn person) {
        return form(form, person.id(), HttpStatus.OK);
    }

    @PostMapping(params = "!look")
    @PreAuthorize("isAuthenticated()")
    ModelAndView ask(
            @Valid @ModelAttribute("form") TakeOutForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn person,
            Actor actor) {
        return takeOuts.asked(form, errors, person.id(), actor)
                .map(asked -> new ModelAndView("redirect:/take-outs/" + asked.id()))
                .orElseGet(() -> form(form, person.id(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView form(TakeOutForm form, PersonId by, HttpStatus status) {
        Map<UUID, Optional<Medium>> chosen = form.assets();
        Map<UUID, AssetRegister.Line> lines = assets.getObject().lines(chosen.keySet(), by);
        List<Row> rows = chosen.entrySet().stream()
                .flatMap(e -> Optional.ofNullable(lines.get(e.getKey())).map(l -> new Row(l, e.getValue())).stream())
                .toList();
        Map<Medium, Integer> levels = rows.stream()
                .filter(r -> r.medium().isPresent())
                .collect(Collectors.toMap(
                        r -> r.medium().orElseThrow(), r -> r.asset().confidentiality(), Math::max));
        Map<Medium, Set<Measure>> confirmed = form.measures();
        List<Needed> needed = levels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(e -> Measure.needed(e.getKey(), e.getValue(), form.overNetwork()).stream()
                        .sorted()
                        .map(m -> new Needed(
                                e.getKey(),
                                m,
                                confirmed.getOrDefault(e.getKey(), Set.of()).contains(m))))
                .toList();
        List<AssetRegister.Line> found = form.words().isEmpty()
                ? List.of()
                : assets.getObject().find(form.words(), by, OFFERED).stream()
                        .filter(l -> !chosen.containsKey(l.id()))
                        .toList();
        return new ModelAndView("takeouts/form", status)
                .addObject("form", form)
                .addObject("media", Medium.values())
                .addObject("page", new FormPage(found, rows, needed, AssetRegister.laws(lines.values())));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    @PreAuthorize("isAuthenticated()")
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn person, Authentication authentication) {
        return page(new TakeOutId(id), person.id(), authentication, HttpStatus.OK, Optional.empty());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/leave")
    @PreAuthorize("isAuthenticated()")
    ModelAndView leave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String condition,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication) {
        TakeOutId which = seen(new TakeOutId(id), person.id(), authentication).id();
        return answer(which, takeOuts.leave(which, shortened(condition), person.id(), actor), person, authentication);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/receive")
    @PreAuthorize("isAuthenticated()")
    ModelAndView receive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String condition,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication) {
        TakeOutId which = seen(new TakeOutId(id), person.id(), authentication).id();
        return answer(
                which,
                takeOuts.receive(which, shortened(condition), person.id(), keeps(authentication), actor),
                person,
                authentication);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/lose")
    @PreAuthorize("isAuthenticated()")
    ModelAndView lose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String story,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication) {
        TakeOutId which = seen(new TakeOutId(id), person.id(), authentication).id();
        return answer(which, takeOuts.lose(which, shortened(story), person.id(), actor), person, authentication);
    }

    /** What was done because of a law is said later, where the law came later. */
    @PostMapping("/{id:[0-9a-f-]{36}}/legal-measure")
    @PreAuthorize("isAuthenticated()")
    ModelAndView measure(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String legalMeasure,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication) {
        TakeOut which = seen(new TakeOutId(id), person.id(), authentication);
        if (!which.taker().equals(person.id()) && !keeps(authentication)) {
            throw new TakeOutUnknown(which.id());
        }
        LegalPanel.read(legalMeasure).ifPresent(m -> takeOuts.measured(which, m, actor));
        return new ModelAndView("redirect:" + which.id().page());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/withdraw")
    @PreAuthorize("isAuthenticated()")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication) {
        TakeOutId which = seen(new TakeOutId(id), person.id(), authentication).id();
        return answer(which, takeOuts.withdraw(which, person.id(), actor), person, authentication);
    }

    private ModelAndView answer(
            TakeOutId id, TakeOuts.Outcome outcome, SignedIn person, Authentication authentication) {
        return switch (outcome) {
            case TakeOuts.Outcome.Done _ -> new ModelAndView("redirect:/take-outs/" + id);
            case TakeOuts.Outcome.Refused(TakeOuts.Refusal why) ->
                page(id, person.id(), authentication, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(why));
        };
    }

    private ModelAndView page(
            TakeOutId id,
            PersonId person,
            Authentication authentication,
            HttpStatus status,
            Optional<TakeOuts.Refusal> refusal) {
        TakeOut takeOut = seen(id, person, authentication);
        boolean taker = takeOut.taker().equals(person);
        LocalDate today = LocalDate.now(clock);
        boolean inTime = !today.isBefore(takeOut.leavesOn()) && !today.isAfter(takeOut.returnsOn());
        boolean out = takeOut.state() == TakeOut.State.OUT;
        boolean permitted = takeOut.state() == TakeOut.State.PERMITTED;
        Page page = new Page(
                words.sheet(takeOut, person),
                taker && permitted && inTime,
                !taker && out && (keeps(authentication) || receivers.of(takeOut).contains(person)),
                taker && out,
                taker && (permitted || takeOut.state() == TakeOut.State.ASKED));
        return new ModelAndView("takeouts/take-out", status)
                .addObject("page", page)
                .addObject(
                        LegalPanel.NAME,
                        legal.of(id.subject(), takeOuts.governing(takeOut), taker || keeps(authentication)))
                .addObject(
                        "refusal",
                        refusal.map(why -> "take-out.refused." + TakeOutWords.code(why))
                                .orElse(null));
    }

    /** Whoever has nothing to do with it does not learn that it is there. */
    private TakeOut seen(TakeOutId id, PersonId person, Authentication authentication) {
        return receivers
                .seen(takeOuts.known(id), person, seesAll(authentication))
                .orElseThrow(() -> new TakeOutUnknown(id));
    }

    private static boolean seesAll(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.ASSETS, Permission.FINDINGS, Permission.RECORD);
    }

    private static boolean keeps(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.ASSETS);
    }

    private static String shortened(String text) {
        int most = 1_000;
        return text.length() > most ? text.substring(0, most) : text;
    }
}
