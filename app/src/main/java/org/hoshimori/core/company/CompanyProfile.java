package org.hoshimori.core.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company is called and does, and when its fiscal year begins. */
@Service
@Transactional
public class CompanyProfile {

    private static final Company UNTOLD =
            new Company("", "", EnumSet.allOf(RegParameters.Business.class), Month.APRIL, 0);

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    CompanyProfile(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** The company; one without a name, of every business, until somebody has described it. */
    @Transactional(readOnly = true)
    public Company now() {
        return sql.sql("SELECT * FROM company.company")
                .query(CompanyProfile::company)
                .optional()
                .orElse(UNTOLD);
    }

    /** Describes the company; false, with nothing written, if somebody else has changed it since that version was read. */
    public boolean describe(Company company, Actor by) {
        boolean written = sql.sql("""
                INSERT INTO company.company (name, name_en, business, fiscal_year_begins)
                VALUES (:name, :nameEn, :business, :month)
                ON CONFLICT (id) DO UPDATE
                   SET name = :name, name_en = :nameEn, business = :business, fiscal_year_begins = :month,
                       version = company.version + 1
                 WHERE company.version = :version""")
                        .param("name", company.name())
                        .param("nameEn", company.nameEn())
                        .param(
                                "business",
                                company.business().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("month", company.fiscalYearBegins().getValue())
                        .param("version", company.version())
                        .update()
                == 1;
        if (written) {
            events.publishEvent(new CompanyEvent.CompanyDescribed(by, company));
        }
        return written;
    }

    private static Company company(ResultSet row, int number) throws SQLException {
        Set<RegParameters.Business> business = Arrays.stream(
                        (String[]) row.getArray("business").getArray())
                .map(RegParameters.Business::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Company(
                row.getString("name"),
                row.getString("name_en"),
                business,
                Month.of(row.getInt("fiscal_year_begins")),
                row.getInt("version"));
    }
}
