package org.hoshimori.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes documents. Neither clock, network nor file system is asked; the same input gives the same bytes. */
public final class Documents {

    private Documents() {}

    /**
     * Writes a regulation; does not close the stream.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(Document document, Format format, OutputStream out) throws IOException {
        out.write(
                switch (format) {
                    case DOCX -> WordWriter.write(document, Map.of());
                    case PDF -> PdfWriter.write(document);
                    case HTML -> HtmlWriter.write(document);
                    case MARKDOWN -> MarkdownWriter.write(document);
                });
    }

    /**
     * Writes a Word file with properties that nobody sees and that Word keeps when it saves; does not close the stream.
     *
     * @throws IOException if the stream refuses
     */
    public static void writeWord(Document document, Map<String, String> properties, OutputStream out)
            throws IOException {
        out.write(WordWriter.write(document, properties));
    }

    /** The bookmarks of a document's Word file, each with the id of the clause, duty, text or table that begins there. */
    public static Map<String, String> bookmarks(Document document) {
        return new Bookmarks(document).ids();
    }

    /**
     * A chapter's blocks as well-formed HTML, to stand in a page below the chapter's title (its sections begin with {@code h3});
     * it has no style (the class {@code share-35} of a column tells
     * its width in per cent) and runs nothing.
     */
    public static String html(Document document, Chapter chapter, Places places) {
        Markup out = new Markup();
        BlockMarkup.framed(out, document, places).write(chapter.blocks());
        return out.toString();
    }

    /**
     * Writes a statement of applicability as a spreadsheet (.xlsx); does not close the stream.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(ApplicabilityStatement statement, OutputStream out) throws IOException {
        out.write(ApplicabilityWriter.write(statement));
    }

    /**
     * Writes labels as a PDF to be printed on a sheet of them; does not close the stream.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(LabelSheet sheet, OutputStream out) throws IOException {
        out.write(PdfWriter.write(sheet));
    }

    /**
     * Writes a report as Word or PDF; does not close the stream.
     *
     * @throws IOException if the stream refuses
     * @throws IllegalArgumentException for any other format
     */
    public static void write(Report report, Format format, OutputStream out) throws IOException {
        out.write(
                switch (format) {
                    case DOCX -> WordReport.write(report);
                    case PDF -> PdfWriter.write(report);
                    case HTML, MARKDOWN -> throw new IllegalArgumentException(format.toString());
                });
    }
}
