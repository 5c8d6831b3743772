package org.hoshimori.documents;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.catalog.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A statement of applicability (ISO/IEC 27001:2022, 6.1.3 d): which clauses apply, which do not and why, how they are
 * lived, and which values are in force.
 *
 * @param regulation the regulation's title
 * @param effectiveOn from when it is in force, in words
 * @param dated the date in the file's properties, or null to leave it out
 */
public record ApplicabilityStatement(
        Lang lang,
        String regulation,
        String company,
        String revision,
        String effectiveOn,
        @Nullable LocalDate dated,
        List<Clause> clauses,
        List<Parameter> parameters) {

    /** Keeps its own copies. */
    public ApplicabilityStatement {
        clauses = List.copyOf(clauses);
        parameters = List.copyOf(parameters);
    }

    /**
     * A clause.
     *
     * @param chapter the chapter's number and title
     * @param number the number of the section that it stands in
     * @param reason why it does not apply; empty where it does, or where nobody gave a reason
     * @param executed how many obligations the system does or checks
     * @param person how many a person confirms
     * @param text how many are only made known
     * @param csf categories and subcategories of NIST CSF 2.0
     * @param annexA controls of ISO/IEC 27001:2022 Annex A
     * @param values parameters in force, each {@code label: value}
     */
    public record Clause(
            String id,
            String chapter,
            String number,
            String title,
            boolean applies,
            String reason,
            int executed,
            int person,
            int text,
            List<String> csf,
            List<String> annexA,
            List<String> values) {

        /** Keeps its own copies. */
        public Clause {
            csf = List.copyOf(csf);
            annexA = List.copyOf(annexA);
            values = List.copyOf(values);
        }
    }

    /**
     * A parameter.
     *
     * @param unit in words, or empty
     * @param setBy where the operator set it, or empty
     */
    public record Parameter(
            String id,
            String clause,
            String label,
            String value,
            String sample,
            String unit,
            Run.State state,
            String setBy) {}
}
