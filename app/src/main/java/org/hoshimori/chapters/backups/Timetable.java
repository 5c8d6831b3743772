package org.hoshimori.chapters.backups;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * When a backup is due: the days of an RFC 5545 rule, counted from the day on which the plan begins, at one time of the day. An hour
 * that a clock change leaves out is the hour after it; one that comes twice is the first of the two.
 *
 * @param rule daily, weekly, monthly or yearly, without end
 * @param onDaysOff whether it is due on days on which the company does not work, too
 * @param grace how long after it is due the result may come in
 */
public record Timetable(String rule, LocalDate begins, LocalTime at, boolean onDaysOff, Duration grace) {

    /** A run that ends so little before it is due is the run that is due. */
    static final Duration EARLY = Duration.ofHours(2);

    private static final int YEARS = 2;
    private static final int MOST = 1_000;
    private static final int HOLIDAYS = 366;
    private static final Pattern DAYS_ONLY = Pattern.compile(
            "FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|BY(DAY|MONTHDAY|MONTH|SETPOS|WEEKNO|YEARDAY)|WKST)=[-+,0-9A-Z]+)*");

    /** Whether a rule can be one: it falls on days, has no end, and falls on one within two years. */
    static boolean readable(String rule, LocalDate begins) {
        try {
            return DAYS_ONLY.matcher(rule).matches()
                    && !days(
                                    new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT),
                                    begins,
                                    begins,
                                    begins.plusYears(YEARS))
                            .isEmpty();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return false;
        }
    }

    /** When it is due after one instant and up to another. */
    public List<Instant> due(Instant after, Instant upTo, ZoneId zone, Predicate<LocalDate> works) {
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(1);
        return days(first, LocalDate.ofInstant(upTo, zone).plusDays(1)).stream()
                .filter(day -> onDaysOff || works.test(day))
                .map(day -> ZonedDateTime.of(day, at, zone).toInstant())
                .filter(due -> due.isAfter(after) && !due.isAfter(upTo))
                .toList();
    }

    /** The next time that it is due. */
    java.util.Optional<Instant> next(Instant after, ZoneId zone, Predicate<LocalDate> works) {
        return due(after, after.plus(Duration.ofDays(HOLIDAYS)), zone, works).stream()
                .findFirst();
    }

    /** The longest time between two days of the rule, in days. */
    int longestGap() {
        List<LocalDate> days = days(begins, begins.plusYears(YEARS));
        long longest = days.size() < 2 ? ChronoUnit.DAYS.between(begins, begins.plusYears(YEARS)) : 0;
        for (int i = 1; i < days.size(); i++) {
            longest = Math.max(longest, ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return (int) longest;
    }

    /** Of what was due, what no run has met in time; whatever may still be met is left out. */
    List<Instant> missed(List<Instant> due, List<Instant> ended, Instant now) {
        List<Instant> missed = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Instant from = due.get(i).minus(EARLY);
            Instant until = due.get(i).plus(grace);
            Instant next = i + 1 < due.size() ? due.get(i + 1).minus(EARLY) : Instant.MAX;
            boolean met =
                    ended.stream().anyMatch(run -> !run.isBefore(from) && !run.isAfter(until) && run.isBefore(next));
            if (!met && until.isBefore(now)) {
                missed.add(due.get(i));
            }
        }
        return missed;
    }

    private List<LocalDate> days(LocalDate first, LocalDate last) {
        try {
            return days(new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT), begins, first, last);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException(rule, e);
        }
    }

    private static List<LocalDate> days(RecurrenceRule rule, LocalDate begins, LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        RecurrenceRuleIterator iterator = rule.iterator(time(begins));
        if (first.isAfter(begins)) {
            iterator.fastForward(time(first));
        }
        while (iterator.hasNext() && days.size() < MOST) {
            DateTime next = iterator.nextDateTime();
            LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (day.isAfter(last)) {
                break;
            }
            if (!day.isBefore(first) && !day.isBefore(begins)) {
                days.add(day);
            }
        }
        return days;
    }

    private static DateTime time(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
