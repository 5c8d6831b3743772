package org.hoshimori.documents;

import java.util.List;
import java.util.Optional;

/** A chapter's numbered sections as contents and outlines list them; those that do not apply keep their place. */
final class Outline {

    private Outline() {}

    /** A section that can be led to. */
    record Entry(String id, int level, String words) {}

    /** The sections down to this level, 1 being those right below the chapter. */
    static List<Entry> of(Chapter chapter, int deepest) {
        return chapter.blocks().stream()
                .map(Outline::entry)
                .flatMap(Optional::stream)
                .filter(e -> e.level() <= deepest)
                .toList();
    }

    static Optional<Entry> entry(Block block) {
        return switch (block) {
            case Block.Section s -> entry(s.ids(), s.level(), s.number(), s.title());
            case Block.Excluded e -> entry(e.ids(), e.level(), e.number(), e.title());
            case Block.Paragraph _,
                    Block.Item _,
                    Block.Step _,
                    Block.Note _,
                    Block.Heading _,
                    Block.Grid _,
                    Block.Chart _,
                    Block.PageBreak _ -> Optional.empty();
        };
    }

    private static Optional<Entry> entry(List<String> ids, int level, String number, Phrase title) {
        return ids.stream().findFirst().map(id -> new Entry(id, level, Labels.section(number) + " " + title.plain()));
    }
}
