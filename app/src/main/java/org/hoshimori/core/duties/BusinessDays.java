package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hoshimori.core.company.BusinessCalendar;

/** The business days of a time, read at once. */
record BusinessDays(NavigableSet<LocalDate> days) {

    /** No company closes for longer. */
    private static final int MARGIN = 40;

    static BusinessDays between(BusinessCalendar calendar, LocalDate first, LocalDate last) {
        return new BusinessDays(new TreeSet<>(calendar.businessDays(first.minusDays(MARGIN), last.plusDays(MARGIN))));
    }

    /** The last business day of a period up to its due day; where the period has none, the next one after. */
    LocalDate due(Period period) {
        LocalDate before = days.floor(period.due());
        if (before != null && !before.isBefore(period.start())) {
            return before;
        }
        LocalDate after = days.ceiling(period.due());
        return after == null ? period.due() : after;
    }
}
