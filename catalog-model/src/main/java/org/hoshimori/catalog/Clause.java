package org.hoshimori.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clause (OSCAL control) or, with a number, a numbered section.
 *
 * @param number the printed number ({@code 1.4.2}), or null for a clause that prints no heading
 * @param title heading of a section; of an unnumbered clause its name in lists
 * @param titlePrints whether an unnumbered clause prints its title as a heading
 * @param related finer links to CSF 2.0 subcategories and ISO/IEC 27001:2022 Annex A (ours)
 * @param legal part of the legal thread
 */
public record Clause(
        String id,
        @Nullable String number,
        Words title,
        boolean titlePrints,
        List<String> related,
        @Nullable String when,
        boolean space,
        boolean legal,
        List<Parameter> parameters,
        List<Entry> contents)
        implements Entry {

    /** The duties directly in this clause. */
    public List<Duty> duties() {
        return only(Duty.class).toList();
    }

    /** The tables directly in this clause. */
    public List<Table> tables() {
        return only(Table.class).toList();
    }

    /** The clauses directly in this clause. */
    public List<Clause> clauses() {
        return only(Clause.class).toList();
    }

    /** Whether it obliges, is tailored or tabulates by itself, rather than only holding other clauses. */
    public boolean hasOwnMatter() {
        return !parameters.isEmpty() || contents.stream().anyMatch(e -> !(e instanceof Clause) && !(e instanceof Text));
    }

    /** This clause and all within it, in order. */
    public Stream<Clause> tree() {
        return Stream.concat(Stream.of(this), clauses().stream().flatMap(Clause::tree));
    }

    private <T> Stream<T> only(Class<T> type) {
        return contents.stream().filter(type::isInstance).map(type::cast);
    }
}
