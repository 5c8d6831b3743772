package org.hoshimori.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a report as a Word file, in the documents' own styles. */
final class WordReport {

    private final Report report;
    private final WordMarkup word;
    private final WordBlocks blocks;
    private final List<byte[]> pictures = new ArrayList<>();

    private WordReport(Report report, Document document) {
        this.report = report;
        this.word = new WordMarkup(new Bookmarks(document));
        Labels labels = Labels.in(report.lang());
        WordPhrase phrases = new WordPhrase(word, document);
        this.blocks = new WordBlocks(word, phrases, new WordTables(word, phrases, labels), labels);
    }

    static byte[] write(Report report) throws IOException {
        Document document = report.document();
        WordReport writer = new WordReport(report, document);
        writer.body();
        return new WordParts(document, Map.of())
                .with(writer.pictures)
                .zip(writer.word.out().toString(), writer.blocks.stepLists());
    }

    private void body() {
        word.paragraph("Title", () -> word.run(() -> word.value("w:sz", "40"), report.title()));
        if (!report.company().isEmpty()) {
            word.paragraph("Normal", () -> word.run(report.company()));
        }
        word.paragraph("Normal", () -> word.run("Quiet", report.span()));
        for (Report.Part part : report.parts()) {
            switch (part) {
                case Report.Part.Heading(String words) -> heading(words);
                case Report.Part.Words words -> blocks.write(words.blocks());
                case Report.Part.Bars bars -> bars(bars);
            }
        }
    }

    /** A heading of the first level that begins no page. */
    private void heading(String words) {
        word.startParagraph("Heading1", () -> {
            word.out().start("w:pageBreakBefore").attribute("w:val", "0").end("w:pageBreakBefore");
            word.out()
                    .start("w:spacing")
                    .attribute("w:before", "420")
                    .attribute("w:after", "140")
                    .end("w:spacing");
        });
        word.run(() -> word.value("w:sz", "26"), words);
        word.endParagraph();
    }

    private void bars(Report.Part.Bars bars) {
        pictures.add(ChartPicture.of(bars.chart()));
        word.paragraph("Caption", () -> word.run(bars.caption()));
        WordPicture.write(
                word,
                pictures.size(),
                "Chart " + pictures.size(),
                bars.said(),
                WordParts.picture(pictures.size()),
                (long) ChartPicture.WIDTH * WordPicture.EMU,
                (long) bars.chart().height() * WordPicture.EMU);
    }
}
