package org.hoshimori.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Document;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;

/** {@code bin/bench regulation}: load, resolve, lint, documents, and OSCAL profiles where the data is at hand. */
public final class RegulationBench {

    private static final String TAILORING = """
            values: {reg_company: 星社, acc-9.3.p_min-length: 14}
            excluded: [{clause: tel-2.2, reason: 該当なし}]
            """;

    private RegulationBench() {}

    /** Runs all; {@code args[0]} may name the folder of NIST's OSCAL files. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        Stopwatch.time("load catalog + resolve + lint", () -> Lint.of(resolve(CatalogJson.shipped())));
        Catalog catalog = CatalogJson.shipped();
        Stopwatch.time("resolve + lint", () -> Lint.of(resolve(catalog)));
        Regulation regulation = resolve(catalog);
        for (Format format : Format.values()) {
            double median = Stopwatch.time(
                    "document as " + format.extension(),
                    () -> write(regulation, format).size());
            if (format == Format.PDF) {
                int pages = pages(write(regulation, format).toByteArray());
                System.out.printf(Locale.ROOT, "%-34s %.1f ms a page (%d pages)%n", "", median / pages, pages);
            }
        }
        if (args.length > 0) {
            OscalBench.run(Path.of(args[0]));
        }
        System.out.printf(
                Locale.ROOT,
                "heap used %.0f MB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
    }

    private static Regulation resolve(Catalog catalog) {
        return Regulation.resolve(catalog, TailoringReader.read("t.yaml", TAILORING));
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static ByteArrayOutputStream write(Regulation regulation, Format format) throws Exception {
        Document document = RegulationDocument.of(regulation, Lang.JA, true, null, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(document, format, out);
        return out;
    }
}
