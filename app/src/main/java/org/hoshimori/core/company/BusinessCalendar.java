package org.hoshimori.core.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company's calendar: its fiscal years, and the days on which it works, which are neither Saturday, Sunday, holiday nor a day off of its own. */
@Service
@Transactional
public class BusinessCalendar {

    /** Nobody closes for longer; a search for a business day ends here. */
    private static final int LONGEST_CLOSURE = 366;

    private final Holidays holidays;
    private final CompanyProfile company;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    BusinessCalendar(Holidays holidays, CompanyProfile company, JdbcClient sql, ApplicationEventPublisher events) {
        this.holidays = holidays;
        this.company = company;
        this.sql = sql;
        this.events = events;
    }

    /** The fiscal year of a day. */
    @Transactional(readOnly = true)
    public FiscalYear fiscalYear(LocalDate day) {
        return FiscalYear.of(day, company.now().fiscalYearBegins());
    }

    /** The fiscal year that begins in a calendar year. */
    @Transactional(readOnly = true)
    public FiscalYear fiscalYear(int year) {
        return FiscalYear.of(year, company.now().fiscalYearBegins());
    }

    /** Whether the company works on a day. */
    @Transactional(readOnly = true)
    public boolean isBusinessDay(LocalDate day) {
        return isBusinessDay(day, daysOff(day, day).keySet());
    }

    /** The day itself if the company works then, otherwise the next day on which it does. */
    @Transactional(readOnly = true)
    public LocalDate onOrAfter(LocalDate day) {
        return step(day, 0, 1);
    }

    /** The day itself if the company works then, otherwise the last day before on which it did. */
    @Transactional(readOnly = true)
    public LocalDate onOrBefore(LocalDate day) {
        return step(day, 0, -1);
    }

    /** So many business days later, or earlier where negative; 0 is {@link #onOrAfter}. */
    @Transactional(readOnly = true)
    public LocalDate plus(LocalDate day, int businessDays) {
        return step(day, Math.abs(businessDays), businessDays < 0 ? -1 : 1);
    }

    /** The business days from one day to another, both included, in their order. */
    @Transactional(readOnly = true)
    public List<LocalDate> businessDays(LocalDate first, LocalDate last) {
        Set<LocalDate> own = daysOff(first, last).keySet();
        return first.datesUntil(last.plusDays(1))
                .filter(day -> isBusinessDay(day, own))
                .toList();
    }

    private LocalDate step(LocalDate from, int businessDays, int direction) {
        long reach = (long) direction * (LONGEST_CLOSURE + 3L * businessDays);
        LocalDate end = from.plusDays(reach);
        Set<LocalDate> own =
                direction > 0 ? daysOff(from, end).keySet() : daysOff(end, from).keySet();
        int left = businessDays;
        for (LocalDate day = from; !day.equals(end); day = day.plusDays(direction)) {
            boolean counts = isBusinessDay(day, own) && (businessDays == 0 || !day.equals(from));
            if (counts && --left <= 0) {
                return day;
            }
        }
        throw new IllegalStateException("no business day between " + from + " and " + end);
    }

    private boolean isBusinessDay(LocalDate day, Set<LocalDate> own) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.on(day) && !own.contains(day);
    }

    /** The company's own days off, with what they are called. */
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, String> daysOff(LocalDate first, LocalDate last) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        sql.sql("SELECT day, name FROM company.day_off WHERE day BETWEEN :first AND :last")
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getString("name"));
                });
        return days;
    }

    /** Adds a day off of the company's own; false if it is one already. */
    public boolean close(LocalDate day, String name, Actor by) {
        boolean added = sql.sql("INSERT INTO company.day_off (day, name) VALUES (:day, :name) ON CONFLICT DO NOTHING")
                        .param("day", day)
                        .param("name", name)
                        .update()
                == 1;
        if (added) {
            events.publishEvent(new CompanyEvent.DayOffAdded(by, day, name));
        }
        return added;
    }

    /** Removes a day off of the company's own, if it is one. */
    public void work(LocalDate day, Actor by) {
        if (sql.sql("DELETE FROM company.day_off WHERE day = :day")
                        .param("day", day)
                        .update()
                == 1) {
            events.publishEvent(new CompanyEvent.DayOffRemoved(by, day));
        }
    }
}
