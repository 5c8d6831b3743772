package org.hoshimori.regulation;

import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;

/** The shipped catalog and regulations of it, as tests need them. */
final class Samples {

    static final Catalog CATALOG = CatalogJson.shipped();

    private Samples() {}

    static Regulation tailored(String yaml) {
        return Regulation.resolve(CATALOG, TailoringReader.read("t.yaml", yaml));
    }

    static Regulation values(String... lines) {
        return tailored("values:\n  " + String.join("\n  ", lines) + "\n");
    }
}
