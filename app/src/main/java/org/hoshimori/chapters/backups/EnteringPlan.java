package org.hoshimori.chapters.backups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Width;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Enters or changes a plan as its form describes it, sent from a page or by a program. */
@Component
class EnteringPlan {

    private final BackupPlans door;
    private final Estate estate;

    EnteringPlan(BackupPlans door, Estate estate) {
        this.door = door;
        this.estate = estate;
    }

    /** The plan as it then is; if none, the errors say why. */
    Optional<Plan> enter(PlanId id, boolean there, PlanForm form, BindingResult errors, Actor actor) {
        Optional<LocalDate> begins = Days.read("begins", form.begins(), errors);
        Optional<Item> system = numbered(Noun.SYSTEM, form.equipment());
        Optional<Item> site = numbered(Noun.SITE, form.place());
        refuseWhatCantBeRead(form, errors, system.isPresent(), site.isPresent());
        PersonId responsible = form.responsible();
        if (errors.hasErrors() || begins.isEmpty() || system.isEmpty() || responsible == null) {
            return Optional.empty();
        }
        Plan described =
                form.described(id, system.get().id(), site.map(Item::id).orElse(null), begins.get(), responsible);
        return switch (there ? door.change(described, actor) : door.enter(described, actor)) {
            case BackupPlans.Outcome.Done(Plan plan) -> Optional.of(plan);
            case BackupPlans.Outcome.Refused(BackupPlans.Refusal why) -> {
                switch (why) {
                    case CODE_TAKEN -> errors.rejectValue("planCode", "backup-plans.code-taken");
                    case EQUIPMENT_UNKNOWN -> errors.rejectValue("equipment", "backup-plans.no-such-number");
                    case PLACE_UNKNOWN -> errors.rejectValue("place", "backup-plans.no-such-number");
                    case RULE_UNREADABLE -> errors.rejectValue("ownRule", "backup-plans.rule-unreadable");
                    case RESPONSIBLE_NOT_HERE -> errors.rejectValue("responsible", "picker.not-here");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                }
                yield Optional.empty();
            }
        };
    }

    private static void refuseWhatCantBeRead(PlanForm form, BindingResult errors, boolean system, boolean site) {
        if (!system && !form.equipment().isBlank()) {
            errors.rejectValue("equipment", "backup-plans.no-such-number");
        }
        if (!site && !form.place().isBlank()) {
            errors.rejectValue("place", "backup-plans.no-such-number");
        }
        if (Plan.Destination.find(form.destination()).isEmpty()) {
            errors.rejectValue("destination", "backup-plans.choose");
        }
        if (Plan.Kept.find(form.kept()).isEmpty() && !form.destination().equals(Plan.Destination.CLOUD.code())) {
            errors.rejectValue("kept", "backup-plans.choose");
        }
        if (!Rhythm.KINDS.contains(form.every()) || !Rhythm.WEEKDAYS.contains(form.weekday())) {
            errors.rejectValue("every", "backup-plans.choose");
        }
        if (form.responsible() == null) {
            errors.rejectValue("responsible", "backup-plans.choose");
        }
        if (!form.assessment().isBlank() && !form.assessment().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            errors.rejectValue("assessment", "backup-plans.choose");
        }
    }

    private Optional<Item> numbered(Noun noun, String number) {
        String asked = Width.folded(number);
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(estate.numbered(noun, List.of(asked)).get(asked));
    }
}
