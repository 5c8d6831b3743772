package org.hoshimori.core.duties;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.hoshimori.catalog.Span;

/**
 * The periods of a recurring duty: they follow each other without a gap, by an RFC 5545 rule that counts from the first day of a
 * fiscal year long past, or, where a period is counted in days, from a Monday.
 *
 * @param month of a period of a whole year: the month in which it is due
 * @param by due so long after the period has begun
 */
record Rhythm(Span every, Month fiscalYearBegins, Optional<Month> month, Optional<Span> by) {

    private static final int LONG_PAST = 2000;
    private static final int YEAR = 12;
    private static final long DAY = 86_400;

    /** The rule by which periods begin, as RFC 5545 writes it. */
    String rule() {
        return months() > 0 ? "FREQ=MONTHLY;INTERVAL=" + months() : "FREQ=DAILY;INTERVAL=" + days();
    }

    /** All that decides when duties are due, as one text. */
    String signature() {
        return rule() + ";FROM=" + fiscalYearBegins.getValue() + ";MONTH="
                + month.map(Month::getValue).orElse(0) + ";BY="
                + by.map(Span::toString).orElse("");
    }

    private int months() {
        return every.days() == 0 && every.seconds() == 0 ? every.years() * YEAR + every.months() : 0;
    }

    private long days() {
        return Math.max(1, every.approximateSeconds() / DAY);
    }

    /** The periods that share a day with this time, in order. */
    List<Period> overlapping(LocalDate first, LocalDate last) {
        List<LocalDate> starts = starts(first, last);
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            LocalDate end = starts.get(i + 1).minusDays(1);
            if (!end.isBefore(first) && !starts.get(i).isAfter(last)) {
                periods.add(new Period(starts.get(i), due(starts.get(i), end)));
            }
        }
        return periods;
    }

    /** Beginnings of periods, from the one that holds the first day to the one after the last. */
    private List<LocalDate> starts(LocalDate first, LocalDate last) {
        LocalDate anchor = anchor(first);
        List<LocalDate> starts = new ArrayList<>();
        try {
            RecurrenceRuleIterator days =
                    new RecurrenceRule(rule()).iterator(new DateTime(anchor.getYear(), anchor.getMonthValue() - 1, 1));
            if (months() == 0) {
                days = new RecurrenceRule(rule())
                        .iterator(new DateTime(anchor.getYear(), anchor.getMonthValue() - 1, anchor.getDayOfMonth()));
            }
            LocalDate start = anchor;
            while (!start.isAfter(last)) {
                DateTime next = days.nextDateTime();
                start = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
                starts.add(start);
            }
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException(e);
        }
        return starts;
    }

    /** A beginning at or before this day, as many whole periods after the first as fit. */
    private LocalDate anchor(LocalDate day) {
        LocalDate origin = LocalDate.of(LONG_PAST, fiscalYearBegins, 1);
        if (months() > 0) {
            long gone = java.time.temporal.ChronoUnit.MONTHS.between(origin, day) / months() - 1;
            return origin.plusMonths(gone * months());
        }
        LocalDate monday = origin.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        long gone = java.time.temporal.ChronoUnit.DAYS.between(monday, day) / days() - 1;
        return monday.plusDays(gone * days());
    }

    private LocalDate due(LocalDate start, LocalDate end) {
        if (by.isPresent()) {
            LocalDate due = after(start, by.get()).minusDays(1);
            return due.isAfter(end) ? end : due.isBefore(start) ? start : due;
        }
        if (month.isPresent() && months() == YEAR) {
            LocalDate due = start;
            while (due.getMonth() != month.get()) {
                due = due.plusMonths(1);
            }
            return due.with(TemporalAdjusters.lastDayOfMonth());
        }
        return end;
    }

    /** So much later; parts of a day don't count. */
    static LocalDate after(LocalDate day, Span span) {
        return day.plusYears(span.years()).plusMonths(span.months()).plusDays(span.days() + span.seconds() / DAY);
    }
}
