package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.ApplicationTest;
import org.hoshimori.catalog.Span;
import org.hoshimori.core.company.BusinessCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Years of planning, and thousands of histories, against a simple model; everything is rolled back. */
@ApplicationTest
class PlanningTests {

    private static final List<String> SPANS = List.of("P1M", "P2M", "P3M", "P6M", "P1Y");

    @Autowired
    private Planning planning;

    @Autowired
    private BusinessCalendar calendar;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    /** A row as the database holds it. */
    private record Row(LocalDate period, LocalDate due, String state) {}

    @Test
    void losesAndDoublesNothingInFiveYearsOfRestartsHolidaysAndLeapDays() {
        Random random = new Random(20280229);
        LocalDate first = LocalDate.of(2026, 11, 28);
        LocalDate last = first.plusYears(5);
        Map<String, Rhythm> rhythms = new HashMap<>();
        for (String span : List.of("P1M", "P3M", "P1Y", "P1W")) {
            rhythms.put("five-years-" + span, rhythm(span));
        }
        rhythms.put(
                "five-years-month",
                new Rhythm(Span.parse("P1Y"), Month.APRIL, Optional.of(Month.FEBRUARY), Optional.empty()));
        transaction.executeWithoutResult(t -> {
            List<Implied> implied = rhythms.entrySet().stream()
                    .map(e -> implied(e.getKey(), e.getValue(), 0))
                    .toList();
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                // Off for a while now and then, once for months; run twice a day now and then; the clock set back an
                // hour or a day.
                if (day.equals(LocalDate.of(2028, 1, 5))) {
                    day = day.plusDays(130);
                } else if (day.isAfter(first) && random.nextInt(12) == 0) {
                    day = day.plusDays(random.nextInt(9));
                }
                planning.plan(implied, day, noon(day));
                if (random.nextInt(10) == 0) {
                    planning.plan(implied, day.minusDays(random.nextInt(2)), noon(day));
                }
            }
            LocalDate end = last.minusDays(40);
            rhythms.forEach((kind, rhythm) -> {
                Map<LocalDate, LocalDate> expected = new TreeMap<>();
                for (LocalDate start : starts(rhythm, first, end)) {
                    // What was due before anything was planned was nobody's duty yet.
                    if (!naiveDue(rhythm, start).isBefore(first)) {
                        expected.put(start, naiveDue(rhythm, start));
                    }
                }
                Map<LocalDate, LocalDate> planned = new TreeMap<>();
                rows(kind).stream()
                        .filter(r -> !r.period().isAfter(end))
                        .forEach(r -> assertThat(planned.put(r.period(), r.due()))
                                .as("once")
                                .isNull());
                assertThat(planned).as(kind).isEqualTo(expected);
            });
            t.setRollbackOnly();
        });
    }

    @Test
    void keepsWhatTheModelKeepsThroughThousandsOfHistories() {
        long seed = Long.getLong("duties.seed", 1L);
        int histories = Integer.getInteger("duties.histories", 2_000);
        int together = 50;
        for (int batch = 0; batch < histories / together; batch++) {
            long own = seed * 100_000 + batch;
            transaction.executeWithoutResult(t -> {
                history(new Random(own), together, own);
                t.setRollbackOnly();
            });
        }
    }

    private void history(Random random, int kinds, long seed) {
        LocalDate day = LocalDate.of(2026, 4, 1).plusDays(random.nextInt(900));
        Map<String, Model> models = new HashMap<>();
        Map<String, Rhythm> rules = new HashMap<>();
        for (int i = 0; i < kinds; i++) {
            models.put("history-" + i, new Model());
        }
        for (int step = 0; step < 8; step++) {
            for (String kind : models.keySet()) {
                if (step == 0 || random.nextInt(3) == 0) {
                    rules.put(kind, rhythm(SPANS.get(random.nextInt(SPANS.size()))));
                }
            }
            LocalDate today = day;
            int revision = step;
            List<Implied> implied = rules.entrySet().stream()
                    .map(e -> implied(e.getKey(), e.getValue(), revision))
                    .toList();
            planning.plan(implied, today, noon(today));
            if (random.nextInt(4) == 0) {
                planning.plan(implied, today, noon(today));
            }
            for (Map.Entry<String, Model> one : models.entrySet()) {
                one.getValue().plan(rules.get(one.getKey()), today);
                assertThat(rows(one.getKey()))
                        .as(one.getKey() + " of seed " + seed + " step " + step)
                        .containsExactlyInAnyOrderElementsOf(one.getValue().rows);
                one.getValue().forbids(today);
                one.getValue().covers(rules.get(one.getKey()), today);
                if (random.nextInt(3) == 0) {
                    closeOne(one.getKey(), one.getValue(), random, today);
                }
            }
            day = day.plusDays(1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 40));
        }
    }

    private void closeOne(String kind, Model model, Random random, LocalDate today) {
        List<Row> open = model.rows.stream()
                .filter(r -> r.state().equals("open") && !r.period().isAfter(today))
                .toList();
        if (!open.isEmpty()) {
            Row row = open.get(random.nextInt(open.size()));
            sql.sql("UPDATE duties.duty SET state = 'done' WHERE kind = :kind AND period = :period")
                    .param("kind", kind)
                    .param("period", row.period())
                    .update();
            model.past.remove(row);
            model.replace(row, new Row(row.period(), row.due(), "done"));
        }
    }

    /** What planning must come to, said as simply as can be. */
    private final class Model {
        private final List<Row> rows = new ArrayList<>();
        private final Set<Row> past = new HashSet<>();
        private LocalDate through = LocalDate.MIN;
        private String rule = "";

        void replace(Row before, Row after) {
            rows.remove(before);
            rows.add(after);
        }

        void plan(Rhythm rhythm, LocalDate today) {
            if (through.equals(LocalDate.MIN)) {
                through = today.minusDays(1);
            } else if (!rule.equals(rhythm.signature())) {
                move(rhythm, today);
            }
            rule = rhythm.signature();
            for (LocalDate start : starts(rhythm, through.isBefore(today) ? through : today, today.plusDays(31))) {
                LocalDate due = naiveDue(rhythm, start);
                Optional<Row> there =
                        rows.stream().filter(r -> r.period().equals(start)).findFirst();
                if (start.isAfter(through) || !due.isBefore(today)) {
                    Row open = new Row(start, due, "open");
                    if (there.isEmpty()) {
                        rows.add(open);
                    } else if (there.get().state().equals("superseded")) {
                        replace(there.get(), open);
                    }
                }
            }
            through = today.plusDays(31).isAfter(through) ? today.plusDays(31) : through;
        }

        private void move(Rhythm rhythm, LocalDate today) {
            TreeSet<LocalDate> open = new TreeSet<>();
            rows.stream()
                    .filter(r -> r.state().equals("open") && !r.due().isBefore(today))
                    .forEach(r -> open.add(r.period()));
            for (LocalDate period : open) {
                Row row = rows.stream()
                        .filter(r -> r.period().equals(period))
                        .findFirst()
                        .orElseThrow();
                LocalDate day = period.isAfter(today) ? period : today;
                LocalDate start = starts(rhythm, day, day).first();
                LocalDate due = naiveDue(rhythm, start);
                if (!due.isBefore(today)) {
                    boolean taken = rows.stream().anyMatch(r -> r.period().equals(start) && !r.equals(row));
                    replace(row, taken ? new Row(period, row.due(), "superseded") : new Row(start, due, "open"));
                }
            }
        }

        /** No state that must never be. */
        void forbids(LocalDate today) {
            assertThat(rows).extracting(Row::period).as("one a period").doesNotHaveDuplicates();
            assertThat(rows).as("what is done or overdue stays as it was").containsAll(past);
            assertThat(rows.stream()
                            .filter(r -> r.state().equals("open"))
                            .filter(r -> r.due().isBefore(r.period())))
                    .as("nothing is due before it begins")
                    .isEmpty();
            rows.stream()
                    .filter(r -> r.state().equals("done")
                            || (r.state().equals("open") && r.due().isBefore(today)))
                    .forEach(past::add);
        }

        /** The period of the rule that holds today is there, unless its day was past when the rule came. */
        void covers(Rhythm rhythm, LocalDate today) {
            LocalDate start = starts(rhythm, today, today).first();
            if (!naiveDue(rhythm, start).isBefore(today)) {
                assertThat(rows)
                        .filteredOn(r -> r.period().equals(start))
                        .extracting(Row::state)
                        .isSubsetOf("open", "done")
                        .hasSize(1);
            }
        }
    }

    private TreeSet<LocalDate> starts(Rhythm rhythm, LocalDate from, LocalDate to) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        LocalDate start = origin(rhythm);
        while (!next(rhythm, start).isAfter(from)) {
            start = next(rhythm, start);
        }
        while (!start.isAfter(to)) {
            starts.add(start);
            start = next(rhythm, start);
        }
        return starts;
    }

    private static LocalDate origin(Rhythm rhythm) {
        return rhythm.every().days() > 0 ? LocalDate.of(2000, 4, 3) : LocalDate.of(2000, 4, 1);
    }

    private static LocalDate next(Rhythm rhythm, LocalDate start) {
        Span every = rhythm.every();
        return start.plusYears(every.years()).plusMonths(every.months()).plusDays(every.days());
    }

    private LocalDate naiveDue(Rhythm rhythm, LocalDate start) {
        LocalDate due = next(rhythm, start).minusDays(1);
        if (rhythm.month().isPresent()) {
            due = start;
            while (due.getMonth() != rhythm.month().get()
                    || due.plusDays(1).getMonth() == rhythm.month().get()) {
                due = due.plusDays(1);
            }
        }
        LocalDate shifted = due;
        while (!shifted.isBefore(start) && !business(shifted)) {
            shifted = shifted.minusDays(1);
        }
        if (shifted.isBefore(start)) {
            shifted = due;
            while (!business(shifted)) {
                shifted = shifted.plusDays(1);
            }
        }
        return shifted;
    }

    private final Map<LocalDate, Boolean> business = new HashMap<>();

    private boolean business(LocalDate day) {
        return business.computeIfAbsent(day, calendar::isBusinessDay);
    }

    private List<Row> rows(String kind) {
        return sql.sql("SELECT period, due_on, state FROM duties.duty WHERE kind = :kind")
                .param("kind", kind)
                .query((row, n) ->
                        new Row(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getString(3)))
                .list();
    }

    private static Rhythm rhythm(String span) {
        return new Rhythm(Span.parse(span), Month.APRIL, Optional.empty(), Optional.empty());
    }

    private static Implied implied(String kind, Rhythm rhythm, int revision) {
        return new Implied(
                new DutyKind(
                        kind,
                        List.of("ast-4.1.restore"),
                        new Who.Post("system-administrator"),
                        new When.Every("P1Y", "", ""),
                        List.of(14, 3),
                        7),
                "ast-4.1",
                "ast-4.1.restore",
                Optional.of(rhythm),
                Optional.empty(),
                revision);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(3, 0).toInstant(ZoneOffset.UTC);
    }
}
