package org.hoshimori.documents;

import java.util.List;

/** The XHTML from which a sheet of labels is laid out. */
final class LabelMarkup {

    private static final int BESIDE = 2;
    private static final int ON_A_PAGE = 10;

    private final Markup out = new Markup();

    private LabelMarkup() {}

    static String of(LabelSheet sheet) {
        LabelMarkup markup = new LabelMarkup();
        markup.page(sheet);
        return markup.out.toString();
    }

    private void page(LabelSheet sheet) {
        out.start("html")
                .attribute("xmlns", "http://www.w3.org/1999/xhtml")
                .attribute("lang", sheet.lang().tag());
        out.start("head").element("title", sheet.title());
        for (String name : List.of("author", "description", "subject")) {
            out.start("meta")
                    .attribute("name", name)
                    .attribute("content", sheet.title())
                    .end("meta");
        }
        out.start("style").text(Resources.text("labels.css")).end().end().line();
        out.start("body").line();
        List<LabelSheet.Label> labels = sheet.labels();
        for (int from = 0; from < labels.size(); from += ON_A_PAGE) {
            sheet(labels.subList(from, Math.min(from + ON_A_PAGE, labels.size())));
        }
        out.end().end();
    }

    private void sheet(List<LabelSheet.Label> labels) {
        out.start("div").attribute("class", "sheet").line();
        for (int i = 0; i < labels.size(); i++) {
            label(labels.get(i), i % BESIDE * 95 + 10, i / BESIDE * 55 + 11);
        }
        out.end().line();
    }

    /** Where it lies on the page, in millimetres: a printed sheet of labels has its own measures, whatever is written on them. */
    private void label(LabelSheet.Label label, int left, int top) {
        out.start("div")
                .attribute("class", "label grade-" + label.grade())
                .attribute("style", "left:" + left + "mm;top:" + top + "mm");
        out.element("p", "mark", label.mark());
        out.start("img")
                .attribute("class", "picture")
                .attribute("src", label.picture().asDataUri())
                .attribute("alt", label.code())
                .end("img");
        out.element("p", "name", label.name());
        label.lines().forEach(line -> out.element("p", "line", line));
        out.element("p", "code", label.code());
        out.end().line();
    }
}
