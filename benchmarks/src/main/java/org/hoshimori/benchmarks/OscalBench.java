package org.hoshimori.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.oscal.ProfileResolver;
import org.hoshimori.oscal.ResolveOptions;

/** Load and resolve of OSCAL profiles beside NIST's Java library, in one run, on the same files. */
final class OscalBench {

    private static final String REV4 = "NIST_SP-800-53_rev4_catalog-min.json";
    private static final String REV4_LOW = "NIST_SP-800-53_rev4_LOW-baseline_profile.json";
    private static final String REV4_HREF = "../../../../nist.gov/SP800-53/rev4/xml/NIST_SP-800-53_rev4_catalog.xml";

    private OscalBench() {}

    /** Published files of this folder if they are there, then catalogs of growing size. */
    static void run(Path nist) throws Exception {
        Path folder = Files.createTempDirectory("oscal-bench");
        if (Files.exists(nist.resolve(REV4))) {
            Files.copy(nist.resolve(REV4), folder.resolve("rev4.json"));
            Path low = folder.resolve("low.json");
            Files.writeString(
                    low, Files.readString(nist.resolve(REV4_LOW)).replace("\"" + REV4_HREF + "\"", "\"rev4.json\""));
            compare("OSCAL 800-53 rev 4 LOW", low);
        } else {
            System.out.println("OSCAL 800-53 rev 4: the files are not here, left out");
        }
        double smaller = 0;
        for (int controls : new int[] {300, 1200, 4800}) {
            double ours = compare("OSCAL of " + controls + " controls", generated(folder, controls));
            if (smaller > 0) {
                System.out.printf(Locale.ROOT, "%-34s × %.1f for 4 × the controls%n", "", ours / smaller);
            }
            smaller = ours;
        }
    }

    private static double compare(String name, Path profile) throws Exception {
        double ours = Stopwatch.time(name, () -> ProfileResolver.resolve(profile, ResolveOptions.defaults()));
        double theirs = Stopwatch.time(
                "  liboscal on the same",
                3,
                5,
                () -> new gov.nist.secauto.oscal.lib.profile.resolver.ProfileResolver()
                        .resolve(profile.toAbsolutePath()));
        System.out.printf(Locale.ROOT, "%-34s × %.1f faster than liboscal%n", "", theirs / ours);
        return ours;
    }

    /** A profile that takes every control of a catalog, sets a parameter of each third and alters each fifth. */
    private static Path generated(Path folder, int controls) {
        String metadata = """
                "metadata": {"title": "Generated", "last-modified": "2026-11-24T00:00:00Z", "version": "1", "oscal-version": "1.1.3"}\
                """;
        String catalog = IntStream.range(0, controls / 20)
                .mapToObj(g -> """
                        {"id": "g%d", "title": "Group %d", "controls": [%s]}""".formatted(
                                g,
                                g,
                                IntStream.range(0, 20)
                                        .mapToObj(c -> control("g" + g + "-" + c))
                                        .collect(Collectors.joining(",\n"))))
                .collect(Collectors.joining(",\n"));
        String sets = IntStream.range(0, controls / 3)
                .map(i -> 3 * i)
                .mapToObj(i -> """
                        {"param-id": "g%d-%d_p1", "values": ["%d days"]}""".formatted(i / 20, i % 20, i))
                .collect(Collectors.joining(",\n"));
        String alters = IntStream.range(0, controls / 5)
                .map(i -> 5 * i)
                .mapToObj(i -> """
                        {"control-id": "g%d-%d", "adds": [{"position": "ending", "props": [{"name": "priority", "value": "P1"}]}]}""".formatted(i / 20, i % 20))
                .collect(Collectors.joining(",\n"));
        try {
            Files.writeString(folder.resolve("catalog-" + controls + ".json"), """
                    {"catalog": {"uuid": "8a7bd0f6-0b5c-4d61-8b0c-1f3a2f6a7b01", %s, "groups": [%s]}}
                    """.formatted(metadata, catalog));
            return Files.writeString(
                    folder.resolve("profile-" + controls + ".json"), """
                    {"profile": {"uuid": "8a7bd0f6-0b5c-4d61-8b0c-1f3a2f6a7b02", %s,
                      "imports": [{"href": "catalog-%d.json", "include-all": {}}], "merge": {"as-is": true},
                      "modify": {"set-parameters": [%s], "alters": [%s]}}}
                    """.formatted(metadata, controls, sets, alters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String control(String id) {
        return """
                {"id": "%1$s", "title": "Control %1$s",
                 "params": [{"id": "%1$s_p1", "label": "frequency"}, {"id": "%1$s_p2", "select": {"how-many": "one-or-more",
                   "choice": ["weekly", "every {{ insert: param, %1$s_p1 }}"]}}],
                 "props": [{"name": "label", "value": "%1$s"}],
                 "parts": [{"id": "%1$s_smt", "name": "statement", "prose": "The organization:", "parts": [
                   {"id": "%1$s_smt.a", "name": "item", "prose": "Reviews the records {{ insert: param, %1$s_p2 }}; and"},
                   {"id": "%1$s_smt.b", "name": "item", "prose": "Keeps *records* of what it reviewed and why."}]},
                   {"id": "%1$s_gdn", "name": "guidance", "prose": "Some words on why this is worth doing, and for whom."}]}""".formatted(id);
    }
}
