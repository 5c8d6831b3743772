package org.hoshimori.documents;

import java.util.List;

/** Words that lead in what follows, and so stay on its page: a sentence before a list, a table or a chart. */
final class LeadIn {

    private LeadIn() {}

    /** Whether the block at this place leads in the next one. */
    static boolean at(List<Block> blocks, int place) {
        boolean words = switch (blocks.get(place)) {
            case Block.Paragraph _, Block.Note _, Block.Heading _ -> true;
            case Block.Section _,
                    Block.Item _,
                    Block.Step _,
                    Block.Grid _,
                    Block.Excluded _,
                    Block.Chart _,
                    Block.PageBreak _ -> false;
        };
        return words
                && place + 1 < blocks.size()
                && switch (blocks.get(place + 1)) {
                    case Block.Item _, Block.Step _, Block.Grid _, Block.Chart _ -> true;
                    case Block.Note _, Block.Heading _ -> at(blocks, place + 1);
                    case Block.Section _, Block.Paragraph _, Block.Excluded _, Block.PageBreak _ -> false;
                };
    }
}
