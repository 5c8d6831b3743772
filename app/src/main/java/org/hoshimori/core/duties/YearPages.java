package org.hoshimori.core.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.company.FiscalYear;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.regulation.Wording;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The plan of a fiscal year: every duty that the regulation in force implies, on one page. */
@Controller
class YearPages {

    private final ImpliedDuties implied;
    private final DutyList list;
    private final BusinessCalendar calendar;
    private final RegulationInForce regulation;
    private final Clock clock;

    YearPages(
            ImpliedDuties implied,
            DutyList list,
            BusinessCalendar calendar,
            RegulationInForce regulation,
            Clock clock) {
        this.implied = implied;
        this.list = list;
        this.calendar = calendar;
        this.regulation = regulation;
        this.clock = clock;
    }

    /**
     * A day on which a duty is due.
     *
     * @param total of how many, 0 where it is not planned yet
     */
    record Mark(LocalDate due, long total, long done, long overdue) {}

    /** A duty's line: twelve months. */
    record Line(String kind, String clause, String who, List<List<Mark>> months) {}

    /** The page. */
    record YearPage(int year, int thisYear, List<YearMonth> months, List<Line> lines, List<Line> setOff) {}

    @GetMapping("/duties/year")
    @PreAuthorize("isAuthenticated()")
    ModelAndView year(@RequestParam Optional<Integer> year, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        FiscalYear now = calendar.fiscalYear(today);
        FiscalYear shown = year.filter(y -> y > 2000 && y < 2049)
                .map(y -> FiscalYear.of(y, now.first().getMonth()))
                .orElse(now);
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            months.add(YearMonth.from(shown.first()).plusMonths(i));
        }
        Map<String, List<DutyList.Count>> counts = list.counts(shown.first(), shown.last(), today).stream()
                .collect(Collectors.groupingBy(DutyList.Count::kind));
        BusinessDays days = BusinessDays.between(calendar, shown.first(), shown.last());
        Wording wording = regulation.now().wording(locale);
        List<Implied> all = implied.by(regulation.now(), now.first().getMonth());
        List<Line> lines = all.stream()
                .filter(i -> i.rhythm().isPresent())
                .map(i -> line(i, shown, today, months, days, counts, wording))
                .toList();
        List<Line> setOff = all.stream()
                .filter(i -> i.rhythm().isEmpty())
                .map(i -> new Line(i.kind().code(), i.clause(), who(i.kind().who(), wording), List.of()))
                .toList();
        return new ModelAndView(
                "duties/year", Map.of("page", new YearPage(shown.year(), now.year(), months, lines, setOff)));
    }

    private static Line line(
            Implied duty,
            FiscalYear year,
            LocalDate today,
            List<YearMonth> months,
            BusinessDays days,
            Map<String, List<DutyList.Count>> counts,
            Wording wording) {
        TreeMap<LocalDate, Mark> marks = new TreeMap<>();
        duty
                .rhythm()
                .orElseThrow()
                .overlapping(year.first().minusDays(31), year.last().plusDays(31))
                .stream()
                .map(days::due)
                // What is past is told by the duties that there were.
                .filter(d -> !d.isBefore(year.first()) && !d.isAfter(year.last()) && !d.isBefore(today))
                .forEach(d -> marks.put(d, new Mark(d, 0, 0, 0)));
        counts.getOrDefault(duty.kind().code(), List.of())
                .forEach(c -> marks.put(c.due(), new Mark(c.due(), c.total(), c.done(), c.overdue())));
        List<List<Mark>> cells = months.stream()
                .map(m -> marks.values().stream()
                        .filter(mark -> YearMonth.from(mark.due()).equals(m))
                        .toList())
                .toList();
        return new Line(duty.kind().code(), duty.clause(), who(duty.kind().who(), wording), cells);
    }

    /** The post's title; a people's duty names no post. */
    private static String who(Who who, Wording wording) {
        return switch (who) {
            case Who.Post(String code) -> wording.title(code);
            case Who.Holders(String post) -> wording.title(post);
            case Who.Departments(String post) -> wording.title(post);
            case Who.People _ -> "";
        };
    }
}
