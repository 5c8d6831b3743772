package org.hoshimori.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A report of a few pages, in one language and in no format yet: a title, then headed parts. It has neither cover nor contents.
 *
 * @param span what it is about, below the title
 * @param dated the date in the file's properties, or null to leave it out; no writer asks the clock
 */
public record Report(
        Lang lang,
        String title,
        String company,
        String span,
        @Nullable LocalDate dated,
        List<Part> parts) {

    /** Keeps its own copy. */
    public Report {
        parts = List.copyOf(parts);
    }

    /** What stands in it, one below the other. */
    public sealed interface Part {

        /** The heading of what follows. */
        record Heading(String words) implements Part {}

        /** Words and tables. */
        record Words(List<Block> blocks) implements Part {
            /** Keeps its own copy. */
            public Words {
                blocks = List.copyOf(blocks);
            }
        }

        /**
         * A picture of bars.
         *
         * @param said what it shows, for whoever can't see it
         */
        record Bars(BarChart chart, String caption, String said) implements Part {}
    }

    /** The same as a document of one chapter, which heads and feet of pages, and tables, are written from. */
    Document document() {
        List<Block> blocks = parts.stream()
                .flatMap(p -> p instanceof Part.Words words ? words.blocks().stream() : Stream.empty())
                .toList();
        Chapter chapter = new Chapter("report", "", Phrase.of(title), Phrase.EMPTY, Phrase.EMPTY, List.of(), blocks);
        return new Document(
                lang,
                Phrase.of(title),
                Phrase.of(company),
                Phrase.of(span),
                Phrase.EMPTY,
                dated,
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(chapter));
    }
}
