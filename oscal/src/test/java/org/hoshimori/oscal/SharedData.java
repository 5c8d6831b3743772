package org.hoshimori.oscal;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** NIST's published files, which lie beside the checkout and not in it; tests that need them are skipped without. */
final class SharedData {

    static final Path OSCAL = Path.of(System.getProperty("oscal.data", "../../shared/data/oscal"));
    static final Path NIST = OSCAL.resolve("nist");
    static final Path EXAMPLES = OSCAL.resolve("nist-examples");

    static final String REV4_XML = "../../../../nist.gov/SP800-53/rev4/xml/NIST_SP-800-53_rev4_catalog.xml";
    static final Path REV4 = NIST.resolve("NIST_SP-800-53_rev4_catalog-min.json");
    static final Path REV4_LOW = NIST.resolve("NIST_SP-800-53_rev4_LOW-baseline_profile.json");
    static final Path REV4_LOW_RESOLVED =
            NIST.resolve("NIST_SP-800-53_rev4_LOW-baseline-resolved-profile_catalog.json");

    private SharedData() {}

    /** The path, if the files are there. */
    static Path needed(Path path) {
        assumeThat(Files.exists(path)).as("published files present").isTrue();
        return path;
    }

    static ResolveOptions rev4Options() {
        return ResolveOptions.defaults().map(REV4_XML, REV4);
    }
}
