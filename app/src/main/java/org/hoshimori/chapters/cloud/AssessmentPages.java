package org.hoshimori.chapters.cloud;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.ItemList;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.History;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.storage.Width;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages of assessments. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/cloud-assessments")
@PreAuthorize("hasAuthority('backups')")
class AssessmentPages {

    private static final int OFFERED = 200;

    private final CloudAssessments door;
    private final AssessmentTable table;
    private final Rules rules;
    private final Approvals approvals;
    private final Estate estate;
    private final ItemList items;
    private final History history;
    private final Clock clock;

    AssessmentPages(
            CloudAssessments door,
            AssessmentTable table,
            Rules rules,
            Approvals approvals,
            Estate estate,
            ItemList items,
            History history,
            Clock clock) {
        this.door = door;
        this.table = table;
        this.rules = rules;
        this.approvals = approvals;
        this.estate = estate;
        this.items = items;
        this.history = history;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(Assessment assessment, String provider, boolean over) {}

    /** A country by its name. */
    record Country(String code, String name) {}

    /** An assessment's page. */
    record Shown(
            Row row,
            String countryName,
            Optional<Places.Prefecture> prefecture,
            Places.CountryFit country,
            Places.RegionFit region,
            Optional<RequestId> request,
            List<History.Line> history) {}

    /** The form, with what its fields offer. */
    record FormPage(Optional<Assessment> assessment, List<Item> parties, List<Country> countries) {
        public List<Places.Prefecture> prefectures() {
            return Places.prefectures();
        }
    }

    @GetMapping
    ModelAndView list() {
        List<Assessment> all = table.all();
        Map<ItemId, Item> parties =
                estate.find(all.stream().map(Assessment::provider).distinct().toList());
        return new ModelAndView("cloud/assessments")
                .addObject("page", all.stream().map(a -> row(a, parties)).toList());
    }

    private Row row(Assessment assessment, Map<ItemId, Item> parties) {
        return new Row(
                assessment,
                Optional.ofNullable(parties.get(assessment.provider()))
                        .map(Item::name)
                        .orElse(""),
                assessment.endsOn().isBefore(LocalDate.now(clock)));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Locale locale) {
        return shown(known(id), locale, HttpStatus.OK);
    }

    private ModelAndView shown(Assessment assessment, Locale locale, HttpStatus status) {
        return new ModelAndView("cloud/assessment", status)
                .addObject(
                        "page",
                        new Shown(
                                row(assessment, estate.find(List.of(assessment.provider()))),
                                Locale.of("", assessment.country()).getDisplayCountry(locale),
                                Places.prefecture(assessment.prefecture()),
                                rules.country(assessment),
                                rules.region(assessment),
                                approvals.open(AssessmentMatter.KIND, assessment.subject()),
                                history.of(assessment.subject())));
    }

    @GetMapping("/new")
    ModelAndView blank(Locale locale) {
        return form(Optional.empty(), AssessmentForm.empty(LocalDate.now(clock)), locale, HttpStatus.OK);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Locale locale) {
        Assessment assessment = known(id);
        String provider = estate.find(assessment.provider()).map(Item::number).orElse("");
        return form(Optional.of(assessment), AssessmentForm.of(assessment, provider), locale, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView write(
            @Valid @ModelAttribute("form") AssessmentForm form, BindingResult errors, Actor actor, Locale locale) {
        return taken(UUID.randomUUID(), Optional.empty(), form, errors, actor, locale);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AssessmentForm form,
            BindingResult errors,
            Actor actor,
            Locale locale) {
        return taken(id, Optional.of(known(id)), form, errors, actor, locale);
    }

    private ModelAndView taken(
            UUID id,
            Optional<Assessment> before,
            AssessmentForm form,
            BindingResult errors,
            Actor actor,
            Locale locale) {
        Optional<LocalDate> ends = Days.read("endsOn", form.endsOn(), errors);
        String number = Width.folded(form.provider());
        Optional<Item> party = number.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        estate.numbered(Noun.PARTY, List.of(number)).get(number));
        if (party.isEmpty() && !number.isEmpty()) {
            errors.rejectValue("provider", "backup-plans.no-such-number");
        }
        if (!Places.isCountry(form.country())) {
            errors.rejectValue("country", "backup-plans.choose");
        }
        if (form.country().equals("JP") && Places.prefecture(form.prefecture()).isEmpty()) {
            errors.rejectValue("prefecture", "backup-plans.choose");
        }
        if (errors.hasErrors() || ends.isEmpty() || party.isEmpty()) {
            return form(before, form, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Assessment described = form.described(id, party.get().id(), ends.get());
        return switch (before.isEmpty() ? door.write(described, actor) : door.change(described, actor)) {
            case CloudAssessments.Outcome.Done(Assessment done) ->
                new ModelAndView("redirect:/cloud-assessments/" + done.id());
            case CloudAssessments.Outcome.Refused(CloudAssessments.Refusal why) -> {
                errors.reject(message(why));
                yield form(before, form, locale, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @PostMapping("/{id}/ask")
    ModelAndView ask(@PathVariable UUID id, Actor actor, Locale locale) {
        return switch (door.ask(id, actor)) {
            case CloudAssessments.Outcome.Done _ -> new ModelAndView("redirect:/cloud-assessments/" + id);
            case CloudAssessments.Outcome.Refused(CloudAssessments.Refusal why) ->
                shown(known(id), locale, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refused", message(why));
        };
    }

    private static String message(CloudAssessments.Refusal why) {
        return switch (why) {
            case CHANGED_MEANWHILE -> "changed-meanwhile";
            case PROVIDER_UNKNOWN,
                    LAST_DAY,
                    DOES_NOT_FIT,
                    COUNTRY_NOT_ALLOWED,
                    SAME_REGION,
                    APART_NEEDED,
                    REGULATION_SILENT,
                    OPEN_ALREADY,
                    NOBODY_DECIDES ->
                "cloud.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private ModelAndView form(Optional<Assessment> assessment, AssessmentForm form, Locale locale, HttpStatus status) {
        List<Country> countries = Stream.of(Locale.getISOCountries())
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing((Country c) -> !c.code().equals("JP"))
                        .thenComparing(Country::name))
                .toList();
        return new ModelAndView("cloud/assessment-form", status)
                .addObject(
                        "page",
                        new FormPage(assessment, items.rows(ItemList.Wish.all(Noun.PARTY), OFFERED, 0), countries))
                .addObject("form", form);
    }

    private Assessment known(UUID id) {
        return table.find(id).orElseThrow(() -> new AssessmentUnknown(id.toString()));
    }
}
