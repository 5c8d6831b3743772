package org.hoshimori.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that a PDF embeds, as far as its words need them: BIZ UDPGothic, and behind it Noto for rare kanji and
 * pictographs. Parsed once; a parsed font is no friend of threads, so its users take turns.
 */
final class PdfFonts {

    /** What prints where no font has the character: the printers' geta. */
    static final String MISSING = "〓";

    private static final PdfFonts SHARED = new PdfFonts();

    private final Face regular = new Face("BIZUDPGothic_400Regular.ttf");
    private final Face bold = new Face("BIZUDPGothic_700Bold.ttf");
    private final Face more = new Face("NotoSansJP_400Regular.ttf");
    private final Face signs = new Face("NotoEmoji_400Regular.ttf");

    private PdfFonts() {}

    static PdfFonts shared() {
        return SHARED;
    }

    void register(PdfRendererBuilder builder, PDDocument pdf, String words) {
        builder.useFont(regular.in(pdf), "doc", 400, FontStyle.NORMAL, true);
        builder.useFont(bold.in(pdf), "doc", 700, FontStyle.NORMAL, true);
        int[] rare = words.codePoints()
                .filter(c -> c > ' ' && !regular.has(c))
                .distinct()
                .toArray();
        boolean anyMore = false;
        boolean anySign = false;
        for (int c : rare) {
            boolean inMore = more.has(c);
            anyMore |= inMore;
            anySign |= !inMore && signs.has(c);
        }
        if (anyMore) {
            both(builder, more.in(pdf), "more");
        }
        if (anySign) {
            both(builder, signs.in(pdf), "signs");
        }
    }

    private static void both(PdfRendererBuilder builder, PDFontSupplier face, String family) {
        builder.useFont(face, family, 400, FontStyle.NORMAL, true);
        builder.useFont(face, family, 700, FontStyle.NORMAL, true);
    }

    /** A font file, parsed when first asked for. */
    private static final class Face {

        private final String file;
        private @Nullable TrueTypeFont parsed;

        Face(String file) {
            this.file = file;
        }

        private TrueTypeFont font() throws IOException {
            TrueTypeFont font = parsed;
            if (font == null) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(Resources.bytes("fonts/" + file)));
                // Ligatures and variants: our fonts need none of them to set Japanese or English.
                font.setEnableGsub(false);
                parsed = font;
            }
            return font;
        }

        boolean has(int codePoint) {
            try {
                return font().getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        PDFontSupplier in(PDDocument pdf) {
            try {
                return new PDFontSupplier(PDType0Font.load(pdf, font(), true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
