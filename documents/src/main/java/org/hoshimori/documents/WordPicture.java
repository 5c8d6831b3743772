package org.hoshimori.documents;

import java.util.List;

/** Pictures in Word's body (DrawingML), each with what it shows in words. */
final class WordPicture {

    /** A millimetre in DrawingML's units. */
    static final int EMU = 36_000;

    private WordPicture() {}

    /**
     * Puts a picture into a paragraph of its own.
     *
     * @param number that no other picture of the file has
     * @param relation by which the file names the picture's part
     * @param width in {@link #EMU}
     */
    static void write(WordMarkup word, int number, String name, String said, String relation, long width, long height) {
        word.startParagraph("Normal");
        Markup out = word.out();
        out.start("w:r").start("w:drawing").start("wp:inline");
        List.of("distT", "distB", "distL", "distR").forEach(d -> out.attribute(d, "0"));
        size(out, "wp:extent", width, height);
        properties(out, "wp:docPr", number, name, said);
        out.start("a:graphic")
                .start("a:graphicData")
                .attribute("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        out.start("pic:pic").start("pic:nvPicPr");
        properties(out, "pic:cNvPr", number, name, said);
        out.start("pic:cNvPicPr").end("pic:cNvPicPr").end();
        out.start("pic:blipFill").start("a:blip").attribute("r:embed", relation).end("a:blip");
        out.start("a:stretch").start("a:fillRect").end("a:fillRect").end().end();
        out.start("pic:spPr")
                .start("a:xfrm")
                .start("a:off")
                .attribute("x", "0")
                .attribute("y", "0")
                .end("a:off");
        size(out, "a:ext", width, height);
        out.end()
                .start("a:prstGeom")
                .attribute("prst", "rect")
                .start("a:avLst")
                .end("a:avLst")
                .end();
        out.end().end().end().end().end().end().end();
        word.endParagraph();
    }

    private static void properties(Markup out, String element, int number, String name, String said) {
        out.start(element)
                .attribute("id", Integer.toString(number))
                .attribute("name", name)
                .attribute("descr", said)
                .end(element);
    }

    private static void size(Markup out, String element, long width, long height) {
        out.start(element)
                .attribute("cx", Long.toString(width))
                .attribute("cy", Long.toString(height))
                .end(element);
    }
}
