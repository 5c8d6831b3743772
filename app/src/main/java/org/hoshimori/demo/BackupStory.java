package org.hoshimori.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hoshimori.chapters.backups.BackupPlans;
import org.hoshimori.chapters.backups.Plan;
import org.hoshimori.chapters.backups.PlanId;
import org.hoshimori.chapters.backups.RestoreTests;
import org.hoshimori.chapters.backups.Result;
import org.hoshimori.chapters.backups.Results;
import org.hoshimori.chapters.backups.Timetable;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The made-up company's backups: their plans, what each night came to, a restore test. */
@Component
@ConditionalOnBooleanProperty("hoshimori.demo")
class BackupStory {

    /** Days before today on which the plans are entered. */
    static final int BEGINS = 88;

    /** Days before today on which restoring is tried. */
    static final int TESTED = 32;

    private static final long MEGA = 1_000_000;
    private static final long SMALL = 20;
    private static final Duration TOOK = Duration.ofMinutes(38);
    private static final Duration GRACE = Duration.ofHours(6);
    private static final Actor SCRIPT = Actor.system("backup-report");

    private final BackupPlans plans;
    private final Results results;
    private final RestoreTests tests;
    private final Estate estate;
    private final Clock clock;
    private final List<Told> told = new ArrayList<>();

    BackupStory(BackupPlans plans, Results results, RestoreTests tests, Estate estate, Clock clock) {
        this.plans = plans;
        this.results = results;
        this.tests = tests;
        this.estate = estate;
        this.clock = clock;
    }

    /** A plan of which nights have been told up to a day. */
    private record Told(Lines.Line line, Plan plan, LocalDate upTo) {}

    /** Enters the plans. */
    void begins(Function<String, PersonId> person, Actor by) {
        LocalDate today = LocalDate.now(clock);
        for (Lines.Line line : Lines.of("backup-plans.csv")) {
            Plan described = new Plan(
                    new PlanId(UUID.randomUUID()),
                    line.get("code"),
                    line.get("name"),
                    line.get("target"),
                    item(Noun.SYSTEM, line.get("equipment")),
                    line.get("object"),
                    line.get("method"),
                    new Plan.Storage(
                            Plan.Destination.valueOf(line.get("destination")),
                            Plan.Kept.valueOf(line.get("kept")),
                            line.has("place") ? item(Noun.SITE, line.get("place")) : null,
                            null,
                            line.has("encrypted")),
                    new Timetable(line.get("rule"), today.plusDays(1), LocalTime.parse(line.get("at")), true, GRACE),
                    0,
                    50,
                    person.apply(line.get("responsible")),
                    true,
                    "",
                    0);
            if (!(plans.enter(described, by) instanceof BackupPlans.Outcome.Done(Plan plan))) {
                throw new IllegalStateException("the story does not hold together at " + line);
            }
            told.add(new Told(line, plan, today));
        }
    }

    private ItemId item(Noun noun, String number) {
        return estate.numbered(noun, List.of(number)).values().stream()
                .map(Item::id)
                .findFirst()
                .orElseThrow();
    }

    /** Reports what the nights since then came to, up to now. */
    void nights(LocalDate storyEnds) {
        told.replaceAll(t -> new Told(t.line(), t.plan(), nights(t, storyEnds)));
    }

    private LocalDate nights(Told told, LocalDate storyEnds) {
        Instant now = clock.instant();
        LocalDate upTo = told.upTo();
        for (Instant due : told.plan()
                .timetable()
                .due(
                        upTo.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                        now.minus(TOOK),
                        clock.getZone(),
                        day -> true)) {
            upTo = LocalDate.ofInstant(due, clock.getZone());
            int ago = (int) (storyEnds.toEpochDay() - upTo.toEpochDay());
            if (!has(told.line(), "missed", ago)) {
                long megabytes = told.line().number("megabytes")
                        - (long) ago * told.line().number("grows");
                boolean failed = has(told.line(), "failed", ago);
                long bytes = failed
                        ? Result.UNKNOWN
                        : has(told.line(), "small", ago) ? megabytes * MEGA / SMALL : megabytes * MEGA;
                results.report(
                        told.plan().id(),
                        "night-" + upTo,
                        new Result(!failed, due, due.plus(TOOK), bytes, failed ? "exit code 1" : ""),
                        "demonstration",
                        SCRIPT);
            }
        }
        return upTo;
    }

    private static boolean has(Lines.Line line, String trouble, int ago) {
        return Arrays.asList(line.get("trouble").split(" ", -1)).contains(trouble + "-" + ago);
    }

    /** Somebody restores from the first plan's backups. */
    void restores(Function<String, PersonId> person) {
        Told first = told.getFirst();
        tests.tested(
                first.plan().id(),
                LocalDate.now(clock),
                first.line().get("restored"),
                25,
                true,
                "",
                person.apply(first.line().get("responsible")));
    }
}
