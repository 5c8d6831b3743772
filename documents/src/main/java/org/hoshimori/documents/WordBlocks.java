package org.hoshimori.documents;

import java.util.List;

/** Puts chapters and their blocks into Word's body. */
final class WordBlocks {

    /** Numbering 1 is the lists without numbers; each list of steps gets one of its own from here. */
    private static final int FIRST_STEPS = 2;

    private final WordMarkup word;
    private final WordPhrase phrases;
    private final WordTables tables;
    private final WordChart charts;
    private final Labels labels;
    private int stepLists;

    WordBlocks(WordMarkup word, WordPhrase phrases, WordTables tables, Labels labels) {
        this.word = word;
        this.phrases = phrases;
        this.tables = tables;
        this.labels = labels;
        this.charts = new WordChart(word, phrases, labels.comma());
    }

    void chapter(Chapter chapter) {
        word.paragraph("Heading1", List.of(chapter.id()), () -> {
            if (!chapter.number().isEmpty()) {
                word.run("ClauseNumber", labels.get("chapter", chapter.number()));
                word.run("　");
            }
            phrases.write(chapter.title());
        });
        if (chapter.headed()) {
            tables.head(chapter);
        }
        write(chapter.blocks());
    }

    void write(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), LeadIn.at(blocks, i));
        }
    }

    /** How many lists of steps there were, each with its own numbering. */
    int stepLists() {
        return stepLists;
    }

    static int numberingOfSteps(int list) {
        return FIRST_STEPS + list;
    }

    private void block(Block block, boolean leadIn) {
        switch (block) {
            case Block.Section section -> heading(section.ids(), section.number(), section.title(), section.level());
            case Block.Paragraph paragraph -> plain("Normal", leadIn, paragraph.ids(), paragraph.words());
            case Block.Item item ->
                plain(item.level() == 1 ? "ListBullet" : "ListBullet2", false, item.ids(), item.words());
            case Block.Step step -> step(step);
            case Block.Note note -> {
                start("Note", leadIn, note.ids());
                word.run(labels.get("note"));
                word.tab();
                phrases.write(note.words());
                word.endParagraph();
            }
            case Block.Heading heading -> words(heading);
            case Block.Grid grid -> tables.grid(grid);
            case Block.Excluded excluded -> {
                heading(excluded.ids(), excluded.number(), excluded.title(), excluded.level());
                word.paragraph("Excluded", () -> word.run(labels.excluded(excluded.reason())));
            }
            case Block.Chart chart -> charts.write(chart);
            case Block.PageBreak _ -> {
                word.startParagraph("AfterTable");
                word.out()
                        .start("w:r")
                        .start("w:br")
                        .attribute("w:type", "page")
                        .end("w:br")
                        .end();
                word.endParagraph();
            }
        }
    }

    private void heading(List<String> ids, String number, Phrase title, int level) {
        word.paragraph("Heading" + (level + 1), ids, () -> {
            word.run("ClauseNumber", Labels.section(number));
            word.run(" ");
            phrases.write(title);
        });
    }

    private void words(Block.Heading heading) {
        String[] around = labels.get("heading", "\n").split("\n", -1);
        word.paragraph("WordHeading", heading.ids(), () -> {
            word.run(around[0]);
            phrases.write(heading.words());
            word.run(around[1]);
        });
    }

    private void plain(String style, boolean leadIn, List<String> ids, Phrase words) {
        start(style, leadIn, ids);
        phrases.write(words);
        word.endParagraph();
    }

    private void start(String style, boolean leadIn, List<String> ids) {
        word.startParagraph(style, () -> {
            if (leadIn) {
                word.empty("w:keepNext");
            }
        });
        word.bookmark(ids);
    }

    private void step(Block.Step step) {
        if (step.number() == 1 || stepLists == 0) {
            stepLists++;
        }
        word.startParagraph("ListStep", () -> {
            word.out().start("w:numPr");
            word.value("w:ilvl", "0").value("w:numId", Integer.toString(numberingOfSteps(stepLists - 1)));
            word.out().end();
        });
        word.bookmark(step.ids());
        phrases.write(step.words());
        word.endParagraph();
    }
}
