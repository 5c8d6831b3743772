package org.hoshimori.core.company;

import java.time.Month;
import java.util.Set;
import org.hoshimori.catalog.parameters.RegParameters;

/**
 * The company that this installation serves.
 *
 * @param name as contracts write it; empty until somebody has said
 * @param nameEn in English, or empty
 * @param business what it does; the regulation's clauses differ by it
 * @param fiscalYearBegins the month with which a fiscal year begins
 * @param version counts changes; an edit of an older one is refused
 */
public record Company(
        String name, String nameEn, Set<RegParameters.Business> business, Month fiscalYearBegins, int version) {

    /** Keeps its own copy. */
    public Company {
        business = Set.copyOf(business);
    }

    /** Its name in a language, the Japanese one where there is no other. */
    public String nameIn(String language) {
        return language.equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }
}
