package org.hoshimori.chapters.backups;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.ItemList;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonPicker;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form of a plan. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/backup-plans")
@PreAuthorize("hasAuthority('backups')")
class PlanFormPages {

    private static final int OFFERED = 200;

    private final EnteringPlan entering;
    private final BackupPlanTable plans;
    private final Targets targets;
    private final Assessments assessments;
    private final Estate estate;
    private final ItemList items;
    private final PersonPicker picker;
    private final Clock clock;

    PlanFormPages(
            EnteringPlan entering,
            BackupPlanTable plans,
            Targets targets,
            Assessments assessments,
            Estate estate,
            ItemList items,
            PersonPicker picker,
            Clock clock) {
        this.entering = entering;
        this.plans = plans;
        this.targets = targets;
        this.assessments = assessments;
        this.estate = estate;
        this.items = items;
        this.picker = picker;
        this.clock = clock;
    }

    /** The form, with what its fields offer. */
    record FormPage(
            Optional<Plan> plan,
            List<Targets.Target> targets,
            List<Item> systems,
            List<Item> sites,
            List<Assessments.Choice> assessments,
            PersonPicker.Choice responsible) {
        public List<Plan.Destination> destinations() {
            return Arrays.asList(Plan.Destination.values());
        }

        public List<Plan.Kept> keptHere() {
            return List.of(Plan.Kept.LOCKED_CABINET, Plan.Kept.LOCKED_RACK, Plan.Kept.OPEN);
        }

        public List<String> kinds() {
            return Rhythm.KINDS;
        }

        public List<String> weekdays() {
            return Rhythm.WEEKDAYS;
        }
    }

    @GetMapping("/new")
    ModelAndView blank(@RequestParam(defaultValue = "") String target, Locale locale) {
        return form(
                Optional.empty(),
                PlanForm.empty(targets.find(target, locale), LocalDate.now(clock)),
                locale,
                HttpStatus.OK);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PlanId id, Locale locale) {
        Plan plan = known(id);
        Map<ItemId, Item> named = estate.find(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(plan.equipment()), plan.storage().at().stream())
                .toList());
        return form(
                Optional.of(plan),
                PlanForm.of(
                        plan,
                        number(named, Optional.of(plan.equipment())),
                        number(named, plan.storage().at())),
                locale,
                HttpStatus.OK);
    }

    private static String number(Map<ItemId, Item> named, Optional<ItemId> id) {
        return id.flatMap(i -> Optional.ofNullable(named.get(i)))
                .map(Item::number)
                .orElse("");
    }

    @PostMapping
    ModelAndView enter(
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor,
            Locale locale) {
        return taken(PlanId.next(), Optional.empty(), form, errors, find.isPresent(), actor, locale);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable PlanId id,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor,
            Locale locale) {
        return taken(id, Optional.of(known(id)), form, errors, find.isPresent(), actor, locale);
    }

    private ModelAndView taken(
            PlanId id,
            Optional<Plan> before,
            PlanForm form,
            BindingResult errors,
            boolean searching,
            Actor actor,
            Locale locale) {
        if (searching) {
            return form(before, form, locale, HttpStatus.OK);
        }
        return entering.enter(id, before.isPresent(), form, errors, actor)
                .map(plan -> new ModelAndView("redirect:/backup-plans/" + plan.id()))
                .orElseGet(() -> form(before, form, locale, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView form(Optional<Plan> plan, PlanForm form, Locale locale, HttpStatus status) {
        List<UUID> named = plan.flatMap(p -> p.storage().assessed()).stream().toList();
        return new ModelAndView("backups/plan-form", status)
                .addObject(
                        "page",
                        new FormPage(
                                plan,
                                targets.now(locale),
                                items.rows(ItemList.Wish.all(Noun.SYSTEM), OFFERED, 0),
                                items.rows(ItemList.Wish.all(Noun.SITE), OFFERED, 0),
                                assessments.offered(named),
                                picker.choice("responsible", form.responsibleWords(), form.responsible())))
                .addObject("form", form);
    }

    private Plan known(PlanId id) {
        return plans.find(id).map(BackupPlanTable.Line::plan).orElseThrow(() -> new PlanUnknown(id.toString()));
    }
}
