package org.hoshimori.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one self-contained page: no script, nothing loaded from elsewhere, well-formed as XML too. */
final class HtmlWriter {

    /** Our own anchors start with an underscore, so that no clause's id can meet them. */
    private static final String MAIN = "_main";

    private static final String CONTENTS = "_contents";

    private final Document document;
    private final Labels labels;
    private final Markup out = new Markup();
    private final BlockMarkup blocks;

    private HtmlWriter(Document document) {
        this.document = document;
        this.labels = Labels.in(document.lang());
        this.blocks = new BlockMarkup(out, document, true);
    }

    static byte[] write(Document document) {
        HtmlWriter writer = new HtmlWriter(document);
        writer.page();
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void page() {
        out.raw("<!DOCTYPE html>\n");
        out.start("html").attribute("lang", document.lang().tag()).line();
        head();
        out.start("body").line();
        out.start("a")
                .attribute("class", "skip")
                .attribute("href", "#" + MAIN)
                .text(labels.get("skip"))
                .end()
                .line();
        masthead();
        out.start("div").attribute("class", "page").line();
        contents();
        out.start("main").attribute("id", MAIN).attribute("tabindex", "-1").line();
        FrontMarkup front = new FrontMarkup(out, document, blocks.phrases());
        front.legend();
        front.about();
        front.history();
        document.chapters().forEach(this::chapter);
        out.end().line().end().line().end().line().end().line();
    }

    private void head() {
        out.start("head").line();
        out.start("meta").attribute("charset", "utf-8").end("meta").line();
        meta("viewport", "width=device-width, initial-scale=1");
        meta("author", document.company().plain());
        meta("description", document.title().plain() + " " + document.revision().plain());
        // Nothing may be fetched or run, whatever words the regulation holds.
        out.start("meta")
                .attribute("http-equiv", "Content-Security-Policy")
                .attribute("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .end("meta")
                .line();
        out.element(
                        "title",
                        document.title().plain() + " – " + document.company().plain())
                .line();
        out.start("style").raw(Resources.text("screen.css")).end().line();
        out.end().line();
    }

    private void meta(String name, String content) {
        out.start("meta")
                .attribute("name", name)
                .attribute("content", content)
                .end("meta")
                .line();
    }

    private void masthead() {
        out.start("header").attribute("class", "masthead").line();
        document.picture()
                .ifPresent(logo -> out.start("img")
                        .attribute("src", logo.asDataUri())
                        .attribute("alt", document.company().plain())
                        .end("img")
                        .line());
        if (document.draft()) {
            out.element("p", "state", labels.get("draft.long")).line();
        }
        out.start("h1");
        blocks.phrases().write(document.title());
        out.end().line().start("dl");
        fact("company", document.company());
        fact("revision", document.revision());
        fact("effective-on", document.effectiveOn());
        out.end().line().end().line();
    }

    private void fact(String label, Phrase words) {
        if (!words.isEmpty()) {
            out.start("div").element("dt", labels.get(label)).start("dd");
            blocks.phrases().write(words);
            out.end().end();
        }
    }

    private void contents() {
        out.start("nav")
                .attribute("class", "contents")
                .attribute("id", CONTENTS)
                .attribute("aria-labelledby", "_contents-title");
        out.line()
                .start("h2")
                .attribute("id", "_contents-title")
                .text(labels.get("contents"))
                .end()
                .line()
                .start("ol")
                .line();
        for (Chapter chapter : document.chapters()) {
            out.start("li");
            out.start("a")
                    .attribute("href", "#" + chapter.id())
                    .text(labels.chapter(chapter))
                    .end();
            sections(chapter);
            out.end().line();
        }
        out.end().line().end().line();
    }

    private void sections(Chapter chapter) {
        List<Outline.Entry> sections = Outline.of(chapter, 1);
        if (!sections.isEmpty()) {
            out.start("ol");
            for (Outline.Entry section : sections) {
                out.start("li").start("a").attribute("href", "#" + section.id());
                out.text(section.words()).end().end();
            }
            out.end();
        }
    }

    private void chapter(Chapter chapter) {
        out.start("article")
                .attribute("class", "chapter")
                .attribute("aria-labelledby", chapter.id())
                .line();
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
        out.start("p")
                .attribute("class", "back")
                .start("a")
                .attribute("href", "#" + CONTENTS)
                .text(labels.get("back-to-contents"));
        out.end().end().line().end().line();
    }

    private void head(Chapter chapter) {
        out.start("dl").attribute("class", "head");
        fact("revised-on", chapter.revisedOn());
        fact("scope", chapter.scope());
        if (!chapter.csf().isEmpty()) {
            out.start("div").element("dt", labels.get("csf")).start("dd");
            chapter.csf().forEach(c -> out.element("span", "code", c).text(" "));
            out.end().end();
        }
        out.end().line();
    }
}
