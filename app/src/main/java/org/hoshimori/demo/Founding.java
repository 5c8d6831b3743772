package org.hoshimori.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.company.Company;
import org.hoshimori.core.company.CompanyProfile;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** How the made-up company is founded: its name, its calendar, its departments. */
@Component
@ConditionalOnBooleanProperty("hoshimori.demo")
class Founding {

    static final Actor CONSOLE = Actor.system("demonstration");

    private final CompanyProfile company;
    private final BusinessCalendar calendar;
    private final DepartmentRegister departments;
    private final Map<String, DepartmentId> byCode = new HashMap<>();

    Founding(CompanyProfile company, BusinessCalendar calendar, DepartmentRegister departments) {
        this.company = company;
        this.calendar = calendar;
        this.departments = departments;
    }

    /** The company and its days off around the turn of the year, as of this day and the year before. */
    void begins(LocalDate today) {
        company.describe(
                new Company(
                        Lines.text("company.txt").lines().findFirst().orElseThrow(),
                        Lines.text("company.txt").lines().skip(1).findFirst().orElseThrow(),
                        EnumSet.allOf(RegParameters.Business.class),
                        Month.APRIL,
                        0),
                CONSOLE);
        String yearEnd = Lines.text("company.txt").lines().skip(2).findFirst().orElseThrow();
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            for (MonthDay day : List.of(MonthDay.of(12, 29), MonthDay.of(12, 30), MonthDay.of(12, 31))) {
                calendar.close(day.atYear(year), yearEnd, CONSOLE);
            }
            calendar.close(LocalDate.of(year + 1, 1, 2), yearEnd, CONSOLE);
            calendar.close(LocalDate.of(year + 1, 1, 3), yearEnd, CONSOLE);
        }
    }

    /** Names who leads a department. */
    boolean opens(Lines.Line line, PersonId head) {
        Department department = departments.open().stream()
                .filter(d -> d.id().equals(byCode.get(line.get("code"))))
                .findFirst()
                .orElseThrow();
        Department led = new Department(
                department.id(),
                department.name(),
                department.nameEn(),
                department.position(),
                head,
                null,
                department.version());
        return departments.change(led, CONSOLE) instanceof DepartmentRegister.Outcome.Done;
    }

    /** The department of this code, opened where it is first named. */
    DepartmentId department(String code) {
        return byCode.computeIfAbsent(code, c -> {
            List<Lines.Line> all = Lines.of("departments.csv");
            Lines.Line line = all.stream()
                    .filter(l -> l.get("code").equals(c))
                    .findFirst()
                    .orElseThrow();
            Department described =
                    Department.called(line.get("name"), line.get("nameEn"), 10 * (1 + all.indexOf(line)), null);
            if (!(departments.open(described, CONSOLE) instanceof DepartmentRegister.Outcome.Done)) {
                throw new IllegalStateException("the story does not hold together at " + line);
            }
            return described.id();
        });
    }
}
