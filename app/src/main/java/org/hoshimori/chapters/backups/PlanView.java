package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.evidence.Attachments;
import org.hoshimori.core.evidence.History;
import org.hoshimori.core.legal.LegalPanel;
import org.hoshimori.core.organization.PeopleRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts a plan's page together. */
@Component
@ConditionalOnWebApplication
class PlanView {

    private static final int RUNS = 20;
    private static final int TESTS = 12;
    private static final int SIXTY = 60;

    private final Runs runs;
    private final RestoreTests tests;
    private final Tokens tokens;
    private final Targets targets;
    private final Assessments assessments;
    private final Attachments attachments;
    private final History history;
    private final Estate estate;
    private final ObjectProvider<AssetRegister> assets;
    private final LegalPanel legal;
    private final PeopleRegister people;
    private final BusinessCalendar calendar;
    private final Clock clock;

    PlanView(
            Runs runs,
            RestoreTests tests,
            Tokens tokens,
            Targets targets,
            Assessments assessments,
            Attachments attachments,
            History history,
            Estate estate,
            ObjectProvider<AssetRegister> assets,
            LegalPanel legal,
            PeopleRegister people,
            BusinessCalendar calendar,
            Clock clock) {
        this.runs = runs;
        this.tests = tests;
        this.tokens = tokens;
        this.targets = targets;
        this.assessments = assessments;
        this.attachments = attachments;
        this.history = history;
        this.estate = estate;
        this.assets = assets;
        this.legal = legal;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A line of the runs: one that came in, or one that did not.
     *
     * @param state {@code fine}, {@code failed}, {@code too-small} or {@code missed}
     * @param size empty where it is not known
     * @param trend how much larger or smaller than the run before, in per cent; empty where that is not known
     * @param minutes how long it took; 0 where that is not known
     */
    record RunLine(ZonedDateTime at, String state, String size, String trend, long minutes, String way, String note) {}

    /** A token. */
    record TokenLine(java.util.UUID id, ZonedDateTime made, Optional<ZonedDateTime> used) {}

    /** The page. */
    record Shown(
            Plan plan,
            Standing standing,
            Optional<ZonedDateTime> next,
            Optional<ZonedDateTime> lastGood,
            Optional<Item> equipment,
            Optional<Item> place,
            String responsible,
            Targets.Target target,
            Optional<Assessments.Choice> assessment,
            List<RunLine> runs,
            List<RestoreTest> tests,
            List<TokenLine> tokens,
            List<Attachments.Named> files,
            List<History.Line> history,
            Viewer viewer,
            LocalDate today) {
        public Rhythm rhythm() {
            return Rhythm.of(plan.timetable().rule());
        }

        /** Before what messages know a field's values, or of none. */
        public String kind(String field) {
            return switch (field) {
                case "destination", "kept", "way" -> field + ".";
                case "runState" -> "run.";
                case "encrypted", "onDaysOff", "inUse", "succeeded" -> "backup-plans.is.";
                default -> "backup-plans.none.";
            };
        }

        public String least() {
            return plan.leastBytes() == 0 ? "" : Bytes.said(plan.leastBytes());
        }
    }

    ModelAndView of(BackupPlanTable.Line line, Viewer viewer, Locale locale, HttpStatus status) {
        Plan plan = line.plan();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Set<ItemId> items = new HashSet<>(Set.of(plan.equipment()));
        plan.storage().at().ifPresent(items::add);
        Map<ItemId, Item> named = estate.find(items);
        Shown page = new Shown(
                plan,
                line.standing(),
                plan.inUse() ? next(plan, now).map(this::here) : Optional.empty(),
                line.standing().lastGood().map(this::here),
                Optional.ofNullable(named.get(plan.equipment())),
                plan.storage().at().flatMap(p -> Optional.ofNullable(named.get(p))),
                people.find(plan.responsible()).map(p -> p.name().full()).orElse(""),
                plan.target().isEmpty() ? Targets.Target.none() : targets.find(plan.target(), locale),
                plan.storage()
                        .assessed()
                        .flatMap(id -> assessments.offered(List.of(id)).stream()
                                .filter(a -> a.id().equals(id))
                                .findFirst()),
                runs(plan),
                tests.of(plan.id(), TESTS),
                viewer.keeps()
                        ? tokens.of(plan.id()).stream()
                                .map(t -> new TokenLine(
                                        t.id(), here(t.made()), t.used().map(this::here)))
                                .toList()
                        : List.of(),
                attachments.of(plan.id().subject()),
                history.of(plan.id().subject()),
                viewer,
                today);
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put(LegalPanel.NAME, legal.of(plan.id().subject(), governing(plan), viewer.sees(plan)));
        LocalTime time = LocalTime.ofInstant(now, clock.getZone()).truncatedTo(ChronoUnit.MINUTES);
        model.put("resultForm", new ResultForm("ok", today.toString(), time.toString(), "", ""));
        model.put("restoreForm", new RestoreForm(today.toString(), "", "", "succeeded", ""));
        return new ModelAndView("backups/plan", model, status);
    }

    /** The laws that govern what is backed up. */
    Set<String> governing(Plan plan) {
        return Optional.ofNullable(assets.getIfAvailable())
                .map(register -> register.lawsOn(plan.equipment().value()))
                .orElse(Set.of());
    }

    private Optional<Instant> next(Plan plan, Instant now) {
        if (plan.timetable().onDaysOff()) {
            return plan.timetable().next(now, clock.getZone(), day -> true);
        }
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Set<LocalDate> works = new HashSet<>(calendar.businessDays(today.minusDays(2), today.plusDays(366)));
        return plan.timetable().next(now, clock.getZone(), works::contains);
    }

    private List<RunLine> runs(Plan plan) {
        List<Run> newest = runs.newest(plan.id(), RUNS + 1);
        List<RunLine> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(RUNS, newest.size()); i++) {
            Run run = newest.get(i);
            lines.add(new RunLine(
                    here(run.result().ended()),
                    run.judged().code(),
                    Bytes.said(run.result().bytes()),
                    i + 1 < newest.size()
                            ? trend(run.result(), newest.get(i + 1).result())
                            : "",
                    Math.ceilDiv(
                            Duration.between(run.result().begun(), run.result().ended())
                                    .toSeconds(),
                            SIXTY),
                    run.way(),
                    run.result().note()));
        }
        Instant oldest = newest.size() > RUNS ? newest.getLast().result().ended() : Instant.EPOCH;
        runs.missed(plan.id(), RUNS).stream()
                .filter(due -> due.isAfter(oldest))
                .forEach(due -> lines.add(new RunLine(here(due), "missed", "", "", 0, "", "")));
        lines.sort(Comparator.comparing(RunLine::at).reversed());
        return lines;
    }

    private static String trend(Result run, Result before) {
        if (run.bytes() < 0 || before.bytes() <= 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%+.0f %%", (run.bytes() - before.bytes()) * 100.0 / before.bytes())
                .replace("-0 %", "±0 %")
                .replace("+0 %", "±0 %");
    }

    private ZonedDateTime here(Instant instant) {
        return instant.atZone(clock.getZone());
    }
}
