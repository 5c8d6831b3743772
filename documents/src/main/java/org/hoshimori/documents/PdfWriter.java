package org.hoshimori.documents;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/** Lays the document out on pages and writes a tagged PDF (PDF/UA-1 and PDF/A-2a) with the fonts it needs inside. */
final class PdfWriter {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** The shared fonts are read by one thread at a time. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    static byte[] write(Document document) throws IOException {
        return write(PdfMarkup.of(document), document.dated());
    }

    static byte[] write(LabelSheet sheet) throws IOException {
        return write(LabelMarkup.of(sheet), null);
    }

    static byte[] write(Report report) throws IOException {
        return write(ReportMarkup.of(report), report.dated());
    }

    private static byte[] write(String markup, @Nullable LocalDate dated) throws IOException {
        ONE_AT_A_TIME.lock();
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(pdf)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(SRGB)
                    .useReplacementText(PdfFonts.MISSING)
                    .useUnicodeLineBreaker(new JapaneseLineBreaks())
                    .withProducer("Hoshimori")
                    .withHtmlContent(markup, null);
            PdfFonts.shared().register(builder, pdf, markup);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                date(pdf, dated);
                pdf.setDocumentId((long) markup.hashCode());
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                pdf.save(out);
                return out.toByteArray();
            }
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** The renderer notes the clock's time; we note the document's own date, or none. */
    private static void date(PDDocument pdf, @Nullable LocalDate dated) throws IOException {
        PDDocumentInformation information = pdf.getDocumentInformation();
        String stamp = dated == null ? "" : "<xmp:CreateDate>" + dated + "T00:00:00Z</xmp:CreateDate>";
        if (dated == null) {
            information.setCreationDate(null);
        } else {
            information.setCreationDate(GregorianCalendar.from(dated.atStartOfDay(ZoneOffset.UTC)));
        }
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        try (InputStream in = metadata.exportXMPMetadata()) {
            String xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("<xmp:CreateDate>[^<]*</xmp:CreateDate>", stamp);
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        }
    }
}
