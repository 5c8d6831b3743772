package org.hoshimori.chapters.disposals;

import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Attachments;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.legal.LegalPanel;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Entering disposals, and what was entered: everybody his or her own, keepers of the register all. */
@Controller
@RequestMapping("/disposals")
@PreAuthorize("isAuthenticated()")
class DisposalPages {

    private static final int PAGE = 50;
    private static final int OFFERED = 20;
    private static final int FURTHEST_PAGE = 10_000;

    private final Disposals disposals;
    private final DisposalTable table;
    private final Attachments attachments;
    private final PeopleRegister people;
    private final ObjectProvider<AssetRegister> assets;
    private final LegalPanel legal;
    private final Clock clock;

    DisposalPages(
            Disposals disposals,
            DisposalTable table,
            Attachments attachments,
            PeopleRegister people,
            ObjectProvider<AssetRegister> assets,
            LegalPanel legal,
            Clock clock) {
        this.disposals = disposals;
        this.table = table;
        this.attachments = attachments;
        this.people = people;
        this.assets = assets;
        this.legal = legal;
        this.clock = clock;
    }

    /** A disposal with the name of who did it. */
    record Row(Disposal disposal, String doneBy) {}

    /** A page of the list. */
    record ListPage(List<Row> rows, int page, boolean more) {}

    /** What the form shows besides its fields. */
    record FormPage(List<AssetRegister.Line> chosen, List<AssetRegister.Line> found, Set<String> laws) {}

    /** What the regulation says against it. */
    record Against(String clause, String allowed) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") String page,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication) {
        int number = page.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(page), 1, FURTHEST_PAGE) : 1;
        Optional<PersonId> own = seesAll(authentication) ? Optional.empty() : Optional.of(person.id());
        List<Disposal> found = table.page(own, PAGE + 1, (number - 1) * PAGE);
        Map<PersonId, Person> called =
                people.find(found.stream().map(Disposal::doneBy).collect(Collectors.toSet()));
        List<Row> rows = found.stream()
                .limit(PAGE)
                .map(d -> new Row(
                        d,
                        Optional.ofNullable(called.get(d.doneBy()))
                                .map(p -> p.name().full())
                                .orElse("")))
                .toList();
        return new ModelAndView("disposals/list", "page", new ListPage(rows, number, found.size() > PAGE));
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal SignedIn person, @RequestParam Optional<String> asset) {
        DisposalForm form = new DisposalForm(
                "dispose",
                null,
                null,
                null,
                null,
                null,
                asset.stream().toList(),
                "2",
                null,
                LocalDate.now(clock).toString(),
                null,
                null,
                null);
        return form(form, person.id(), HttpStatus.OK, Optional.empty());
    }

    /** Assets are looked for; what is wrong is told when it is entered. */
    @PostMapping(params = "look")
    ModelAndView look(@ModelAttribute("form") DisposalForm form, @AuthenticationPrincipal SignedIn person) {
        return form(form, person.id(), HttpStatus.OK, Optional.empty());
    }

    @PostMapping(params = "!look")
    ModelAndView enter(
            @Valid @ModelAttribute("form") DisposalForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Locale locale) {
        Optional<Disposals.Wish> wish = wish(form, errors);
        if (wish.isEmpty()) {
            return form(form, person.id(), HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty());
        }
        return switch (disposals.enter(wish.get(), person.id(), locale, actor)) {
            case Disposals.Outcome.Done(Disposal done) -> new ModelAndView("redirect:/disposals/" + done.id());
            case Disposals.Outcome.Forbidden(String clause, String allowed) ->
                form(form, person.id(), HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(new Against(clause, allowed)));
            case Disposals.Outcome.Refused(Disposals.Refusal why) -> {
                refuse(why, errors);
                yield form(form, person.id(), HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty());
            }
        };
    }

    /** What the form asks for; nothing where it can't be read, and the errors say why. */
    static Optional<Disposals.Wish> wish(DisposalForm form, BindingResult errors) {
        Optional<DisposalRule.Act> act = DisposalRule.Act.find(form.act());
        Optional<Medium> medium = Medium.find(form.mediumKind());
        Optional<Method> method = Method.find(form.treatment());
        Optional<LocalDate> doneOn = Days.read("doneOn", form.doneOn(), errors);
        if (act.isEmpty()) {
            errors.rejectValue("act", "disposal.choose");
        }
        if (medium.isEmpty()) {
            errors.rejectValue("mediumKind", "disposal.choose");
        }
        if (method.isEmpty()) {
            errors.rejectValue("treatment", "disposal.choose");
        }
        if (errors.hasErrors() || act.isEmpty() || medium.isEmpty() || method.isEmpty() || doneOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Disposals.Wish(
                act.get(),
                medium.get(),
                method.get(),
                form.serial(),
                form.deviceNumber(),
                form.assets(),
                form.stated(),
                !form.last().isEmpty(),
                doneOn.get(),
                form.contractor(),
                form.note(),
                form.legalMeasure()));
    }

    static void refuse(Disposals.Refusal why, BindingResult errors) {
        switch (why) {
            case DISPOSED_ALREADY -> errors.rejectValue("serial", "disposal.disposed-already");
            case NO_SUCH_DEVICE -> errors.rejectValue("deviceNumber", "disposal.no-such-device");
            case ASSET_GONE -> errors.rejectValue("asset", "disposal.asset-gone");
            case LEGAL_MEASURE_MISSING -> errors.rejectValue("legalMeasure", "legal.measure-missing");
            case FUTURE -> errors.rejectValue("doneOn", "disposal.future");
        }
    }

    private ModelAndView form(DisposalForm form, PersonId by, HttpStatus status, Optional<Against> against) {
        List<UUID> chosen = form.assets();
        Map<UUID, AssetRegister.Line> lines = assets.getObject().lines(chosen, by);
        List<AssetRegister.Line> found = form.words().isEmpty()
                ? List.of()
                : assets.getObject().find(form.words(), by, OFFERED).stream()
                        .filter(l -> !lines.containsKey(l.id()))
                        .toList();
        return new ModelAndView("disposals/form", status)
                .addObject("form", form)
                .addObject("acts", DisposalRule.Act.values())
                .addObject("media", Medium.values())
                .addObject("methods", Method.values())
                .addObject("against", against)
                .addObject(
                        "page",
                        new FormPage(
                                chosen.stream()
                                        .flatMap(c -> Optional.ofNullable(lines.get(c)).stream())
                                        .toList(),
                                found,
                                AssetRegister.laws(lines.values())));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn person, Authentication authentication) {
        return page(seen(id, person, authentication), person, HttpStatus.OK);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/files")
    ModelAndView attach(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication)
            throws IOException {
        Disposal disposal = seen(id, person, authentication);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (attachments.keep(file.getInputStream(), name, disposal.subject(), actor)) {
            case Attachments.Outcome.Kept _ -> {
                disposals.certified(id);
                yield new ModelAndView("redirect:/disposals/" + id);
            }
            case Attachments.Outcome.NotKept refused ->
                page(disposal, person, HttpStatus.UNPROCESSABLE_CONTENT).addObject("notKept", refused);
        };
    }

    /** What was done because of a law is said later, where the law came later. */
    @PostMapping("/{id:[0-9a-f-]{36}}/legal-measure")
    ModelAndView measure(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String legalMeasure,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Authentication authentication) {
        Disposal disposal = seen(id, person, authentication);
        LegalPanel.read(legalMeasure).ifPresent(m -> disposals.measured(disposal, m, person.id(), actor));
        return new ModelAndView("redirect:" + disposal.page());
    }

    private ModelAndView page(Disposal disposal, SignedIn person, HttpStatus status) {
        Map<UUID, AssetRegister.Line> lines = assets.getObject().lines(disposal.assets(), person.id());
        return new ModelAndView("disposals/disposal", status)
                .addObject(
                        "page",
                        new Row(
                                disposal,
                                people.find(disposal.doneBy())
                                        .map(p -> p.name().full())
                                        .orElse("")))
                .addObject(
                        "assets",
                        disposal.assets().stream()
                                .flatMap(a -> Optional.ofNullable(lines.get(a)).stream())
                                .toList())
                .addObject(LegalPanel.NAME, legal.of(disposal.subject(), AssetRegister.laws(lines.values()), true))
                .addObject("gone", disposal.assets().size() - lines.size())
                .addObject("files", attachments.of(disposal.subject()))
                .addObject("notKept", null);
    }

    private Disposal seen(UUID id, SignedIn person, Authentication authentication) {
        Disposal disposal = disposals.known(id);
        if (!disposal.doneBy().equals(person.id()) && !seesAll(authentication)) {
            throw new DisposalUnknown(id);
        }
        return disposal;
    }

    private static boolean seesAll(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.ASSETS, Permission.FINDINGS, Permission.RECORD);
    }
}
