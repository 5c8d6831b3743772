package org.hoshimori.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sample regulation as this product ships it.
 *
 * @param version of the catalog, by semantic versioning
 * @param digest SHA-256 over the catalog's source files, hexadecimal
 * @param posts functions held by a person
 * @param groups who else acts
 * @param registers registers and records that duties leave
 * @param csf names of NIST CSF 2.0's functions and categories
 * @param commonCsf categories that all chapters share
 * @param chapters the regulation's own parameters ({@code reg}, number 0), then chapters 1 to 11
 * @param rules what lint reports beyond the types
 */
public record Catalog(
        String version,
        String digest,
        List<Named> posts,
        List<Named> groups,
        List<Named> registers,
        List<Named> csf,
        List<String> commonCsf,
        List<Chapter> chapters,
        List<Rule> rules) {

    /** A code and what it is called. */
    public record Named(String code, Words title) {}

    /**
     * A contradiction or a known knot of the sample.
     *
     * @param at clauses or parameters concerned
     * @param severity {@code info}, {@code warning} or {@code error}
     * @param when the condition under which it is reported
     * @param suggest remedy: a parameter and the value or other parameter to set it to
     */
    public record Rule(
            String id,
            List<String> at,
            String severity,
            String when,
            List<Remedy> suggest,
            Words message,
            Words suggestion) {}

    /** Set this parameter to that value, or to the value of that parameter. */
    public record Remedy(String parameter, String value) {}

    /** All clauses of all chapters, in order. */
    public Stream<Clause> clauses() {
        return chapters.stream().flatMap(Chapter::clauses);
    }

    /** All parameters, in order. */
    public Stream<Parameter> parameters() {
        return chapters.stream().flatMap(Chapter::allParameters);
    }

    /** All tables, in order. */
    public Stream<Table> tables() {
        return chapters.stream()
                .flatMap(Chapter::entries)
                .filter(Table.class::isInstance)
                .map(Table.class::cast);
    }
}
