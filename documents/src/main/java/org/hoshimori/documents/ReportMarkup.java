package org.hoshimori.documents;

import java.util.Base64;
import java.util.List;

/** The XHTML from which a report's pages are laid out. */
final class ReportMarkup {

    private final Report report;
    private final Document document;
    private final Markup out = new Markup();
    private final BlockMarkup blocks;

    private ReportMarkup(Report report) {
        this.report = report;
        this.document = report.document();
        this.blocks = new BlockMarkup(out, document, false);
    }

    static String of(Report report) {
        ReportMarkup markup = new ReportMarkup(report);
        markup.page();
        return markup.out.toString();
    }

    private void page() {
        out.start("html")
                .attribute("xmlns", "http://www.w3.org/1999/xhtml")
                .attribute("lang", report.lang().tag())
                .line();
        out.start("head").element("title", report.title()).line();
        for (String name : List.of("author", "description", "subject")) {
            out.start("meta")
                    .attribute("name", name)
                    .attribute("content", name.equals("author") ? report.company() : report.title())
                    .end("meta")
                    .line();
        }
        out.start("style")
                .text(Resources.text("print.css") + Resources.text("report.css"))
                .end()
                .line();
        bookmarks();
        out.end().line().start("body").attribute("class", "report").line();
        out.element("div", "head-left running", report.company()).line();
        out.element("div", "head-right running", report.title()).line();
        out.element("div", "foot-left running", report.span()).line();
        out.start("h1").text(report.title()).end().line();
        out.element("p", "company", report.company()).line();
        out.element("p", "span", report.span()).line();
        int heading = 0;
        for (Report.Part part : report.parts()) {
            switch (part) {
                case Report.Part.Heading(String words) ->
                    out.start("h2")
                            .attribute("id", "part-" + heading++)
                            .text(words)
                            .end()
                            .line();
                case Report.Part.Words words -> blocks.write(words.blocks());
                case Report.Part.Bars bars -> picture(bars);
            }
        }
        out.end().end();
    }

    private void bookmarks() {
        out.start("bookmarks").line();
        int heading = 0;
        for (Report.Part part : report.parts()) {
            if (part instanceof Report.Part.Heading(String words)) {
                out.start("bookmark")
                        .attribute("name", words)
                        .attribute("href", "#part-" + heading++)
                        .end();
            }
        }
        out.end().line();
    }

    private void picture(Report.Part.Bars bars) {
        out.start("div").attribute("class", "bars");
        out.element("p", "caption", bars.caption());
        out.start("img")
                .attribute(
                        "src",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(ChartPicture.of(bars.chart())))
                .attribute("alt", bars.said())
                .attribute(
                        "style",
                        "width:" + ChartPicture.WIDTH + "mm;height:"
                                + bars.chart().height() + "mm")
                .end("img");
        out.end().line();
    }
}
