package org.hoshimori.core.company;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.storage.Width;

/** What the form of the company holds. */
record CompanyForm(
        @NotBlank @Size(max = 120) String name,
        @Size(max = 120) String nameEn,
        @NotEmpty Set<RegParameters.Business> business,
        @Min(1) @Max(12) int fiscalYearBegins,
        int version) {

    /** A field that a form leaves out is empty. */
    CompanyForm {
        nameEn = nameEn == null ? "" : nameEn;
        business = business == null ? EnumSet.noneOf(RegParameters.Business.class) : business;
    }

    static CompanyForm of(Company company) {
        return new CompanyForm(
                company.name(),
                company.nameEn(),
                company.business(),
                company.fiscalYearBegins().getValue(),
                company.version());
    }

    Company described() {
        return new Company(Width.folded(name), Width.folded(nameEn), business, Month.of(fiscalYearBegins), version);
    }
}
