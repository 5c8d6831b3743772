package org.hoshimori.documents;

import java.util.List;

/** Puts into Word's body what stands before the chapters: cover, notice, legend, history and table of contents. */
final class WordFront {

    private final WordMarkup word;
    private final WordPhrase phrases;
    private final WordTables tables;
    private final Document document;
    private final Labels labels;

    WordFront(WordMarkup word, WordPhrase phrases, WordTables tables, Document document) {
        this.word = word;
        this.phrases = phrases;
        this.tables = tables;
        this.document = document;
        this.labels = Labels.in(document.lang());
    }

    void write() {
        cover();
        legend();
        boolean first = !document.draft();
        first = paragraphs("notice", document.notice(), first);
        paragraphs("attribution", document.attribution(), first);
        history();
        contents();
    }

    private void cover() {
        document.picture().ifPresent(this::logo);
        gap(document.picture().isPresent() ? 3000 : 4200);
        if (document.draft()) {
            word.paragraph("DraftState", () -> word.run(labels.get("draft.long")));
        }
        word.paragraph("Title", () -> phrases.write(document.title()));
        word.paragraph("Subtitle", () -> phrases.write(document.company()));
        fact("revision", document.revision());
        fact("effective-on", document.effectiveOn());
    }

    private void gap(int height) {
        word.startParagraph(
                "AfterTable",
                () -> word.out()
                        .start("w:spacing")
                        .attribute("w:before", Integer.toString(height))
                        .end("w:spacing"));
        word.endParagraph();
    }

    private void fact(String label, Phrase words) {
        if (!words.isEmpty()) {
            word.paragraph("CoverFact", () -> {
                word.run("Quiet", labels.get(label));
                word.tab();
                phrases.write(words);
            });
        }
    }

    private void logo(Logo logo) {
        WordPicture.write(
                word,
                1,
                "Logo",
                document.company().plain(),
                WordParts.LOGO,
                Math.round(logo.widthAt(18, 70) * WordPicture.EMU),
                Math.round(logo.heightAt(18, 70) * WordPicture.EMU));
    }

    private void frontHeading(String label, boolean newPage) {
        word.startParagraph("FrontHeading", () -> {
            if (newPage) {
                word.empty("w:pageBreakBefore");
                word.out().start("w:spacing").attribute("w:before", "0").end("w:spacing");
            }
        });
        word.run(labels.get(label));
        word.endParagraph();
    }

    private void legend() {
        if (document.draft()) {
            frontHeading("legend", true);
            word.paragraph("Normal", () -> word.run(labels.get("legend.lead")));
            tables.simple(
                    new int[] {3000, WordTables.TEXT_WIDTH - 3000},
                    List.of(labels.get("legend.mark"), labels.get("legend.meaning")),
                    FrontMarkup.Sample.all(labels).stream()
                            .map(s -> List.of(new Phrase(List.of(s.run())), Phrase.of(s.meaning())))
                            .toList());
        }
    }

    private boolean paragraphs(String label, List<Phrase> paragraphs, boolean newPage) {
        if (paragraphs.isEmpty()) {
            return newPage;
        }
        frontHeading(label, newPage);
        paragraphs.forEach(p -> word.paragraph("Normal", () -> phrases.write(p)));
        return false;
    }

    private void history() {
        if (!document.history().isEmpty()) {
            frontHeading("history", true);
            tables.simple(
                    new int[] {1700, 2100, WordTables.TEXT_WIDTH - 3800},
                    List.of(labels.get("history.revision"), labels.get("history.date"), labels.get("history.changes")),
                    document.history().stream()
                            .map(e -> List.of(e.revision(), e.date(), e.changes()))
                            .toList());
        }
    }

    /** A real table of contents, filled in with the pages where we expect its entries, and asking to be updated. */
    private void contents() {
        Markup out = word.out();
        out.start("w:sdt").start("w:sdtPr").start("w:docPartObj");
        word.value("w:docPartGallery", "Table of Contents").empty("w:docPartUnique");
        out.end().end().start("w:sdtContent").line();
        word.paragraph("TOCHeading", () -> word.run(labels.get("contents")));
        boolean first = true;
        for (PageEstimate.Entry entry : PageEstimate.of(document)) {
            word.startParagraph("TOC" + entry.level());
            if (first) {
                word.startField("TOC \\o \"1-3\" \\h \\z \\u", true);
                first = false;
            }
            entry(entry);
            word.endParagraph();
        }
        word.startParagraph("AfterTable");
        if (!first) {
            word.endField();
        }
        word.endParagraph();
        out.end().end().line();
    }

    private void entry(PageEstimate.Entry entry) {
        String bookmark = word.bookmarks().of(entry.id()).orElse("");
        word.link(bookmark, () -> {
            word.run(entry.words());
            word.tab();
            word.field("PAGEREF " + bookmark + " \\h", Integer.toString(entry.page()));
        });
    }
}
