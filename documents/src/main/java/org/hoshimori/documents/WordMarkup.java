package org.hoshimori.documents;

import java.util.List;

/** WordprocessingML's paragraphs, runs and fields (ECMA-376 part 1, clause 17). */
final class WordMarkup {

    private final Markup out = new Markup();
    private final Bookmarks bookmarks;

    WordMarkup(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
    }

    Markup out() {
        return out;
    }

    Bookmarks bookmarks() {
        return bookmarks;
    }

    /** An element with a single {@code w:val}. */
    WordMarkup value(String element, String value) {
        out.start(element).attribute("w:val", value).end(element);
        return this;
    }

    WordMarkup empty(String element) {
        out.start(element).end(element);
        return this;
    }

    /** A paragraph of a style, with bookmarks at its start. */
    void paragraph(String style, List<String> ids, Runnable content) {
        startParagraph(style);
        bookmark(ids);
        content.run();
        endParagraph();
    }

    void paragraph(String style, Runnable content) {
        paragraph(style, List.of(), content);
    }

    void startParagraph(String style) {
        startParagraph(style, () -> {});
    }

    void startParagraph(String style, Runnable properties) {
        out.start("w:p").start("w:pPr");
        value("w:pStyle", style);
        properties.run();
        out.end();
    }

    void endParagraph() {
        out.end().line();
    }

    void bookmark(List<String> ids) {
        for (String id : ids) {
            bookmarks.of(id).ifPresent(name -> {
                String number = Integer.toString(bookmarks.number());
                out.start("w:bookmarkStart")
                        .attribute("w:id", number)
                        .attribute("w:name", name)
                        .end("w:bookmarkStart");
                out.start("w:bookmarkEnd").attribute("w:id", number).end("w:bookmarkEnd");
            });
        }
    }

    void run(String text) {
        run(() -> {}, text);
    }

    void run(String characterStyle, String text) {
        run(() -> value("w:rStyle", characterStyle), text);
    }

    /** A run with properties, which must come in the schema's order. */
    void run(Runnable properties, String text) {
        startRun(properties);
        out.start("w:t").attribute("xml:space", "preserve").text(text).end();
        out.end();
    }

    private void startRun(Runnable properties) {
        out.start("w:r").start("w:rPr");
        properties.run();
        out.end();
    }

    void tab() {
        out.start("w:r");
        empty("w:tab");
        out.end();
    }

    void lineBreak() {
        out.start("w:r");
        empty("w:br");
        out.end();
    }

    /** A field that shows this text until it is updated. */
    void field(String instruction, String shown) {
        startField(instruction, false);
        run(shown);
        endField();
    }

    /** The start of a field; dirty asks the reading application to update it. */
    void startField(String instruction, boolean dirty) {
        out.start("w:r").start("w:fldChar").attribute("w:fldCharType", "begin");
        if (dirty) {
            out.attribute("w:dirty", "true");
        }
        out.end("w:fldChar").end();
        out.start("w:r")
                .start("w:instrText")
                .attribute("xml:space", "preserve")
                .text(" " + instruction + " ")
                .end()
                .end();
        fieldCharacter("separate");
    }

    void endField() {
        fieldCharacter("end");
    }

    private void fieldCharacter(String type) {
        out.start("w:r")
                .start("w:fldChar")
                .attribute("w:fldCharType", type)
                .end("w:fldChar")
                .end();
    }

    /** A link to a bookmark of the same document. */
    void link(String bookmark, Runnable content) {
        out.start("w:hyperlink").attribute("w:anchor", bookmark).attribute("w:history", "1");
        content.run();
        out.end();
    }
}
