package org.hoshimori.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Document;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.oscal.ProfileResolver;
import org.hoshimori.oscal.ResolveOptions;
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
            Stopwatch.time(
                    "document as " + format.extension(),
                    () -> write(regulation, format).size());
        }
        if (args.length > 0 && Files.isDirectory(Path.of(args[0]))) {
            Path low = Path.of(args[0], "NIST_SP-800-53_rev4_LOW-baseline_profile.json");
            ResolveOptions options = ResolveOptions.defaults()
                    .root(Path.of(args[0]))
                    .map(
                            "../../../../nist.gov/SP800-53/rev4/json/NIST_SP-800-53_rev4_catalog.json",
                            Path.of(args[0], "NIST_SP-800-53_rev4_catalog-min.json"));
            try {
                Stopwatch.time("OSCAL 800-53 rev 4 LOW", () -> ProfileResolver.resolve(low, options));
            } catch (RuntimeException e) {
                System.out.println("OSCAL 800-53 rev 4 LOW: " + e.getMessage());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "heap used %.0f MB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
    }

    private static Regulation resolve(Catalog catalog) {
        return Regulation.resolve(catalog, TailoringReader.read("t.yaml", TAILORING));
    }

    private static ByteArrayOutputStream write(Regulation regulation, Format format) throws Exception {
        Document document = RegulationDocument.of(regulation, Lang.JA, true, null, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(document, format, out);
        return out;
    }
}
