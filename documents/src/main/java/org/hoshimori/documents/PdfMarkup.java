package org.hoshimori.documents;

import java.util.List;

/** The XHTML from which the PDF's pages are laid out: cover, front pages, contents with page numbers, chapters, outline. */
final class PdfMarkup {

    private final Document document;
    private final Labels labels;
    private final Markup out = new Markup();
    private final BlockMarkup blocks;
    private final FrontMarkup front;

    private PdfMarkup(Document document) {
        this.document = document;
        this.labels = Labels.in(document.lang());
        this.blocks = new BlockMarkup(out, document, false);
        this.front = new FrontMarkup(out, document, blocks.phrases());
    }

    static String of(Document document) {
        PdfMarkup markup = new PdfMarkup(document);
        markup.page();
        return markup.out.toString();
    }

    private void page() {
        out.start("html")
                .attribute("xmlns", "http://www.w3.org/1999/xhtml")
                .attribute("lang", document.lang().tag())
                .line();
        head();
        out.start("body").line();
        running();
        cover();
        sheets();
        contents();
        document.chapters().forEach(this::chapter);
        out.end().end();
    }

    private void head() {
        out.start("head").line();
        out.element("title", document.title().plain()).line();
        meta("author", document.company().plain());
        meta("description", document.title().plain() + " " + document.revision().plain());
        meta("subject", document.title().plain() + " " + document.revision().plain());
        out.start("style").text(Resources.text("print.css")).end().line();
        outline();
        out.end().line();
    }

    private void meta(String name, String content) {
        out.start("meta")
                .attribute("name", name)
                .attribute("content", content)
                .end("meta")
                .line();
    }

    private void outline() {
        out.start("bookmarks").line();
        bookmark(labels.get("contents"), "_contents");
        out.end();
        for (Chapter chapter : document.chapters()) {
            bookmark(labels.chapter(chapter), chapter.id());
            for (Outline.Entry section : Outline.of(chapter, 1)) {
                bookmark(section.words(), section.id());
                out.end().line();
            }
            out.end().line();
        }
        out.end().line();
    }

    private void bookmark(String name, String anchor) {
        out.start("bookmark").attribute("name", name).attribute("href", "#" + anchor);
    }

    private void running() {
        out.element("div", "head-left running", document.company().plain()).line();
        out.element("div", "head-right running", document.title().plain()).line();
        out.element("div", "foot-left running", labels.edition(document)).line();
    }

    private void cover() {
        out.start("div").attribute("class", "cover").line();
        document.picture().ifPresent(this::logo);
        out.start("div").attribute("class", "gap").text("").end().line();
        if (document.draft()) {
            out.start("p")
                    .element("span", "state", labels.get("draft.long"))
                    .end()
                    .line();
        }
        out.start("h1");
        blocks.phrases().write(document.title());
        out.end().line().start("p").attribute("class", "company");
        blocks.phrases().write(document.company());
        out.end().line();
        out.start("table").start("tbody");
        fact("revision", document.revision());
        fact("effective-on", document.effectiveOn());
        out.end().end().line().end().line();
    }

    private void logo(Logo logo) {
        out.start("img")
                .attribute("class", "logo")
                .attribute("src", logo.asDataUri())
                .attribute("alt", document.company().plain())
                .attribute(
                        "style",
                        "width:" + Math.round(logo.widthAt(18, 70)) + "mm;height:" + Math.round(logo.heightAt(18, 70))
                                + "mm")
                .end("img")
                .line();
    }

    private void fact(String label, Phrase words) {
        if (!words.isEmpty()) {
            out.start("tr")
                    .start("th")
                    .attribute("scope", "row")
                    .text(labels.get(label))
                    .end()
                    .start("td");
            blocks.phrases().write(words);
            out.end().end();
        }
    }

    private void sheets() {
        boolean about = !document.notice().isEmpty() || !document.attribution().isEmpty() || document.draft();
        if (about) {
            out.start("div").attribute("class", "sheet").line();
            front.legend();
            front.about();
            out.end().line();
        }
        if (!document.history().isEmpty()) {
            out.start("div").attribute("class", "sheet").line();
            front.history();
            out.end().line();
        }
    }

    private void contents() {
        out.start("div")
                .attribute("class", "contents")
                .attribute("id", "_contents")
                .line();
        out.element("h2", labels.get("contents")).line().start("ul").line();
        for (Chapter chapter : document.chapters()) {
            out.start("li").attribute("class", "top");
            entry(labels.chapter(chapter), chapter.id());
            List<Outline.Entry> sections = Outline.of(chapter, 2);
            if (!sections.isEmpty()) {
                out.start("ul");
                for (Outline.Entry section : sections) {
                    out.start("li").attribute("class", "level-" + section.level());
                    entry(section.words(), section.id());
                    out.end().line();
                }
                out.end();
            }
            out.end().line();
        }
        out.end().line().end().line();
    }

    private void entry(String words, String anchor) {
        out.start("a")
                .attribute("href", "#" + anchor)
                .attribute("title", words)
                .text(words)
                .end();
    }

    private void chapter(Chapter chapter) {
        out.start("section").attribute("class", "chapter").line();
        out.start("h2").attribute("id", chapter.id());
        if (!chapter.number().isEmpty()) {
            out.element("span", "number", labels.get("chapter", chapter.number()))
                    .text(" ");
        }
        blocks.phrases().write(chapter.title());
        out.end().line();
        if (chapter.headed()) {
            head(chapter);
        }
        blocks.write(chapter.blocks());
        out.end().line();
    }

    private void head(Chapter chapter) {
        out.start("table").attribute("class", "head").start("tbody");
        fact("revised-on", chapter.revisedOn());
        fact("scope", chapter.scope());
        if (!chapter.csf().isEmpty()) {
            out.start("tr")
                    .start("th")
                    .attribute("scope", "row")
                    .text(labels.get("csf"))
                    .end()
                    .start("td");
            chapter.csf().forEach(c -> out.element("span", "code", c).text("  "));
            out.end().end();
        }
        out.end().end().line();
    }
}
