package org.hoshimori.regulation;

import java.util.List;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Entry;

/** The sample with every clause, also those that stand only if something else is chosen: what a profile picks from. */
final class WholeSample {

    private WholeSample() {}

    static Catalog of(Catalog catalog) {
        List<Chapter> chapters = catalog.chapters().stream()
                .map(c -> new Chapter(
                        c.id(), c.number(), c.title(), c.csf(), c.parameters(), unconditional(c.contents())))
                .toList();
        return new Catalog(
                catalog.version(),
                catalog.digest(),
                catalog.posts(),
                catalog.groups(),
                catalog.registers(),
                catalog.csf(),
                catalog.commonCsf(),
                chapters,
                catalog.rules());
    }

    private static List<Entry> unconditional(List<Entry> contents) {
        return contents.stream()
                .map(e -> e instanceof Clause clause ? unconditional(clause) : e)
                .toList();
    }

    private static Entry unconditional(Clause c) {
        return new Clause(
                c.id(),
                c.number(),
                c.title(),
                c.titlePrints(),
                c.related(),
                null,
                c.space(),
                c.legal(),
                c.parameters(),
                unconditional(c.contents()));
    }
}
