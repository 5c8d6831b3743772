package org.hoshimori.documents;

import java.util.List;

/** Puts a chapter's blocks into markup; sections enclose what stands in them. */
final class BlockMarkup {

    /** The level of a chapter's own heading; sections stand below it. */
    private static final int CHAPTER_LEVEL = 2;

    private static final int DEEPEST = 6;

    private final Markup out;
    private final Labels labels;
    private final PhraseMarkup phrases;
    private final ListMarkup lists;
    private final GridMarkup grids;
    private final boolean screen;
    private final boolean framed;
    private int depth;

    /**
     * Markup for screens, or for the PDF's pages.
     *
     * @param screen whether wide tables may be scrolled sideways
     */
    BlockMarkup(Markup out, Document document, boolean screen) {
        this(out, document, screen, false, Places.within(document));
    }

    /** Markup for the page of somebody else, with links of its own. */
    static BlockMarkup framed(Markup out, Document document, Places places) {
        return new BlockMarkup(out, document, true, true, places);
    }

    private BlockMarkup(Markup out, Document document, boolean screen, boolean framed, Places places) {
        this.out = out;
        this.labels = Labels.in(document.lang());
        this.phrases = new PhraseMarkup(out, document, screen, places);
        this.lists = new ListMarkup(out, phrases);
        this.grids = new GridMarkup(out, phrases, labels);
        this.screen = screen;
        this.framed = framed;
    }

    PhraseMarkup phrases() {
        return phrases;
    }

    void write(List<Block> blocks) {
        depth = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!(block instanceof Block.Item) && !(block instanceof Block.Step)) {
                lists.close();
            }
            write(block, !screen && LeadIn.at(blocks, i));
        }
        lists.close();
        closeDownTo(0);
    }

    private void write(Block block, boolean leadIn) {
        switch (block) {
            case Block.Section section -> section(section);
            case Block.Paragraph paragraph -> paragraph(paragraph, leadIn);
            case Block.Item item -> lists.item(item);
            case Block.Step step -> lists.step(step);
            case Block.Note note -> note(note, leadIn);
            case Block.Heading heading -> heading(heading);
            case Block.Grid grid -> grids.write(grid, screen, framed);
            case Block.Excluded excluded -> excluded(excluded);
            case Block.Chart chart -> chart(chart);
            case Block.PageBreak _ ->
                out.start("div").attribute("class", "page-break").end().line();
        }
    }

    private void section(Block.Section section) {
        open(section.ids(), section.number(), section.title(), section.level(), "section");
    }

    private void open(List<String> ids, String number, Phrase title, int level, String classes) {
        closeDownTo(level - 1);
        while (depth < level) {
            depth++;
            out.start("section");
            if (depth == level) {
                out.attribute("class", classes);
            }
            out.line();
        }
        out.start("h" + (CHAPTER_LEVEL + level));
        if (!ids.isEmpty()) {
            out.attribute("id", ids.getFirst());
        }
        out.element("span", "number", Labels.section(number)).text(" ");
        phrases.beside(title);
        out.end();
        if (ids.size() > 1) {
            out.start("div");
            anchors(out, ids.subList(1, ids.size()));
            out.end();
        }
        out.line();
    }

    private void closeDownTo(int level) {
        while (depth > level) {
            out.end().line();
            depth--;
        }
    }

    private void paragraph(Block.Paragraph paragraph, boolean leadIn) {
        out.start("p");
        if (leadIn) {
            out.attribute("class", "lead-in");
        }
        anchors(out, paragraph.ids());
        phrases.write(paragraph.words());
        out.end().line();
    }

    private void note(Block.Note note, boolean leadIn) {
        out.start("p").attribute("class", leadIn ? "note lead-in" : "note");
        anchors(out, note.ids());
        out.element("span", "number", labels.get("note")).text(" ");
        phrases.beside(note.words());
        out.end().line();
    }

    private void heading(Block.Heading heading) {
        out.start("h" + Math.min(DEEPEST, CHAPTER_LEVEL + depth + 1)).attribute("class", "words");
        anchors(out, heading.ids());
        String[] around = labels.get("heading", "\n").split("\n", -1);
        phrases.beside(Phrase.of(around[0]));
        phrases.beside(heading.words());
        phrases.text(around[1]);
        out.end().line();
    }

    private void excluded(Block.Excluded excluded) {
        open(excluded.ids(), excluded.number(), excluded.title(), excluded.level(), "section excluded");
        out.start("p").element("span", "tag", labels.get("excluded"));
        phrases.beside(Phrase.of(" " + labels.excluded(excluded.reason())));
        out.end().line();
    }

    private void chart(Block.Chart chart) {
        out.start("div").attribute("class", "chart");
        anchors(out, chart.ids());
        if (!chart.caption().isEmpty()) {
            out.start("p").attribute("class", "caption");
            phrases.write(chart.caption());
            out.end();
        }
        posts(chart.posts(), false);
        out.end().line();
    }

    private void posts(List<Block.Chart.Post> posts, boolean below) {
        out.start("ul");
        for (int i = 0; i < posts.size(); i++) {
            Block.Chart.Post post = posts.get(i);
            out.start("li");
            if (!screen && below) {
                elbow(i == posts.size() - 1);
            }
            out.start("div").attribute("class", "post");
            out.start("strong");
            phrases.write(post.title());
            out.end();
            for (int h = 0; h < post.holders().size(); h++) {
                out.start("span").attribute("class", "holder");
                phrases.beside(Phrase.of(h == 0 ? " " : labels.comma()));
                phrases.beside(post.holders().get(h));
                out.end();
            }
            out.end();
            if (!post.reports().isEmpty()) {
                posts(post.reports(), true);
            }
            out.end();
        }
        out.end();
    }

    /** Lines from a post to the one above; screens draw them by style alone. */
    private void elbow(boolean last) {
        if (last) {
            out.attribute("class", "last");
        }
        out.start("div").attribute("class", "elbow").end();
    }

    /** Places to which links lead, without words of their own. */
    static void anchors(Markup out, List<String> ids) {
        ids.forEach(id -> out.start("span").attribute("id", id).end());
    }
}
