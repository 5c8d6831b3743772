package org.hoshimori.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chapter.
 *
 * @param id its mnemonic ({@code ast}); {@code reg} for the regulation as a whole, whose number is 0
 * @param csf the source's mapping to categories of NIST CSF 2.0
 * @param parameters chapter-wide ones: revision date, scope
 */
public record Chapter(
        String id, int number, Words title, List<String> csf, List<Parameter> parameters, List<Entry> contents) {

    /** All clauses at any depth, in order. */
    public Stream<Clause> clauses() {
        return contents.stream()
                .filter(Clause.class::isInstance)
                .map(Clause.class::cast)
                .flatMap(Clause::tree);
    }

    /** All entries at any depth, in order. */
    public Stream<Entry> entries() {
        return contents.stream().flatMap(Chapter::flat);
    }

    /** All parameters, the chapter's and its clauses', in order. */
    public Stream<Parameter> allParameters() {
        return Stream.concat(parameters.stream(), clauses().flatMap(c -> c.parameters().stream()));
    }

    private static Stream<Entry> flat(Entry entry) {
        return entry instanceof Clause clause
                ? Stream.concat(Stream.of(clause), clause.contents().stream().flatMap(Chapter::flat))
                : Stream.of(entry);
    }
}
