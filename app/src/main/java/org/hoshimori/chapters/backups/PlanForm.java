package org.hoshimori.chapters.backups;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Width;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a plan holds.
 *
 * @param equipment the system's number in its register
 * @param place the site's number in its register, or empty
 * @param assessment a cloud assessment's id, or empty
 * @param begins as it was typed
 * @param leastMegabytes as it was typed; empty where it does not matter
 * @param responsibleWords what was searched for to find who answers for it
 */
record PlanForm(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[\\p{Alnum}._-]*")
        String planCode,

        @NotBlank @Size(max = 200) String planName,
        String target,
        @NotBlank @Size(max = 60) String equipment,
        @NotBlank @Size(max = 200) String object,
        @NotBlank @Size(max = 200) String method,
        String destination,
        String kept,
        @Size(max = 60) String place,
        String assessment,
        String encrypted,
        String every,
        String weekday,
        @Min(1) @Max(31) int monthDay,
        @Size(max = 200) String ownRule,
        @NotBlank String begins,

        @NotBlank @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        String at,

        String onDaysOff,
        @Min(1) @Max(168) int graceHours,
        @Pattern(regexp = "\\s*|\\d{1,9}([.]\\d{1,6})?") String leastMegabytes,
        @Min(0) @Max(100) int shrink,
        @Nullable PersonId responsible,
        @Nullable String responsibleWords,
        String inUse,
        @Size(max = 2000) String note,
        int version) {

    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);
    private static final int GRACE = 6;
    private static final int SHRINK = 50;

    /** A field that a form leaves out is empty. */
    PlanForm {
        planCode = planCode == null ? "" : planCode;
        planName = planName == null ? "" : planName;
        equipment = equipment == null ? "" : equipment;
        object = object == null ? "" : object;
        method = method == null ? "" : method;
        begins = begins == null ? "" : begins;
        at = at == null ? "" : at;
        target = target == null ? "" : target;
        destination = destination == null ? "" : destination;
        kept = kept == null ? "" : kept;
        place = place == null ? "" : place;
        assessment = assessment == null ? "" : assessment;
        every = every == null ? "" : every;
        weekday = weekday == null ? "" : weekday;
        ownRule = ownRule == null ? "" : ownRule;
        encrypted = encrypted == null ? "" : encrypted;
        onDaysOff = onDaysOff == null ? "" : onDaysOff;
        inUse = inUse == null ? "" : inUse;
        leastMegabytes = leastMegabytes == null ? "" : leastMegabytes;
        note = note == null ? "" : note;
    }

    /** Of a new plan, which may carry out a row of the regulation's table. */
    static PlanForm empty(Targets.Target target, LocalDate today) {
        return new PlanForm(
                "",
                target.equipment(),
                target.id(),
                "",
                target.object(),
                target.method(),
                "nas",
                "locked-rack",
                "",
                "",
                "",
                "daily",
                "MO",
                1,
                "",
                today.toString(),
                "02:00",
                ticked(true),
                GRACE,
                "",
                SHRINK,
                null,
                "",
                ticked(true),
                "",
                0);
    }

    static PlanForm of(Plan plan, String equipment, String place) {
        Rhythm rhythm = Rhythm.of(plan.timetable().rule());
        return new PlanForm(
                plan.code(),
                plan.name(),
                plan.target(),
                equipment,
                plan.object(),
                plan.method(),
                plan.storage().destination().code(),
                plan.storage().kept().code(),
                place,
                plan.storage().assessed().map(UUID::toString).orElse(""),
                ticked(plan.storage().encrypted()),
                rhythm.every(),
                rhythm.weekday(),
                rhythm.monthDay(),
                rhythm.rule(),
                plan.timetable().begins().toString(),
                plan.timetable().at().toString(),
                ticked(plan.timetable().onDaysOff()),
                (int) plan.timetable().grace().toHours(),
                plan.leastBytes() == 0
                        ? ""
                        : BigDecimal.valueOf(plan.leastBytes()).divide(MEGA).toPlainString(),
                plan.shrink(),
                plan.responsible(),
                "",
                ticked(plan.inUse()),
                plan.note(),
                plan.version());
    }

    private static String ticked(boolean yes) {
        return yes ? "true" : "";
    }

    Rhythm rhythm() {
        return new Rhythm(every, weekday, monthDay, ownRule);
    }

    Plan described(PlanId id, ItemId system, @Nullable ItemId site, LocalDate first, PersonId person) {
        boolean cloud = destination.equals(Plan.Destination.CLOUD.code());
        return new Plan(
                id,
                Width.folded(planCode),
                Width.folded(planName),
                target,
                system,
                Width.folded(object),
                Width.folded(method),
                new Plan.Storage(
                        Plan.Destination.of(destination),
                        cloud ? Plan.Kept.OUTSIDE : Plan.Kept.of(kept),
                        site,
                        cloud && !assessment.isBlank() ? UUID.fromString(assessment) : null,
                        !encrypted.isEmpty()),
                new Timetable(
                        rhythm().written(),
                        first,
                        LocalTime.parse(at),
                        !onDaysOff.isEmpty(),
                        Duration.ofHours(graceHours)),
                leastMegabytes.isBlank()
                        ? 0
                        : new BigDecimal(leastMegabytes.strip()).multiply(MEGA).longValue(),
                shrink,
                person,
                !inUse.isEmpty(),
                note.strip().replace("\r\n", "\n"),
                version);
    }
}
