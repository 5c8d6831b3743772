package org.hoshimori.core.company;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the company and its calendar. */
@Controller
@RequestMapping("/company")
class CompanyPages {

    private static final int LONGEST_NAME = 60;

    private final CompanyProfile profile;
    private final BusinessCalendar calendar;
    private final Holidays holidays;
    private final Clock clock;

    CompanyPages(CompanyProfile profile, BusinessCalendar calendar, Holidays holidays, Clock clock) {
        this.profile = profile;
        this.calendar = calendar;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** The company with a fiscal year of its calendar. */
    record CompanyPage(Company company, FiscalYear year, List<MonthOff> months, long businessDays, LocalDate today) {
        /** What companies of this product do. */
        public List<RegParameters.Business> businesses() {
            return Arrays.asList(RegParameters.Business.values());
        }
    }

    /** A month with its days off, Saturdays and Sundays aside. */
    record MonthOff(YearMonth month, long businessDays, List<DayOff> days) {}

    /** A day off: a holiday, or the company's own. */
    record DayOff(LocalDate day, String name, boolean own) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView company(@RequestParam Optional<Integer> year) {
        FiscalYear shown = year.filter(y -> y >= 1970 && y <= 2049)
                .map(calendar::fiscalYear)
                .orElseGet(() -> calendar.fiscalYear(today()));
        return new ModelAndView("company/company", Map.of("page", page(shown)));
    }

    @GetMapping("/edit")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView edit() {
        return form(HttpStatus.OK).addObject("form", CompanyForm.of(profile.now()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('people')")
    ModelAndView describe(@Valid @ModelAttribute("form") CompanyForm form, BindingResult errors, Actor actor) {
        if (!errors.hasErrors() && !profile.describe(form.described(), actor)) {
            errors.reject("changed-meanwhile");
        }
        return errors.hasErrors() ? form(HttpStatus.UNPROCESSABLE_CONTENT) : new ModelAndView("redirect:/company");
    }

    @PostMapping("/days-off")
    @PreAuthorize("hasAuthority('people')")
    String close(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String name,
            Actor actor) {
        String called = name.strip();
        calendar.close(day, called.substring(0, Math.min(called.length(), LONGEST_NAME)), actor);
        return "redirect:/company?year=" + calendar.fiscalYear(day).year();
    }

    @PostMapping("/days-off/remove")
    @PreAuthorize("hasAuthority('people')")
    String work(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, Actor actor) {
        calendar.work(day, actor);
        return "redirect:/company?year=" + calendar.fiscalYear(day).year();
    }

    private ModelAndView form(HttpStatus status) {
        return new ModelAndView("company/company-form", status).addObject("page", page(calendar.fiscalYear(today())));
    }

    private CompanyPage page(FiscalYear year) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        SortedMap<LocalDate, DayOff> days = new TreeMap<>();
        holidays.between(year.first(), year.last())
                .forEach((day, name) -> days.put(day, new DayOff(day, name.in(language), false)));
        calendar.daysOff(year.first(), year.last()).forEach((day, name) -> days.put(day, new DayOff(day, name, true)));
        Map<YearMonth, Long> businessDays = calendar.businessDays(year.first(), year.last()).stream()
                .collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
        List<MonthOff> months = Stream.iterate(YearMonth.from(year.first()), m -> m.plusMonths(1))
                .limit(12)
                .map(m -> new MonthOff(
                        m,
                        businessDays.getOrDefault(m, 0L),
                        List.copyOf(days.subMap(m.atDay(1), m.plusMonths(1).atDay(1))
                                .values())))
                .toList();
        long all = months.stream().mapToLong(MonthOff::businessDays).sum();
        return new CompanyPage(profile.now(), year, months, all, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
