package org.hoshimori.oscal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Medians of load and resolve beside NIST's library in the same run; a main, not a test. */
final class Timing {

    private Timing() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("timing");
        if (Files.exists(SharedData.REV4)) {
            OscalCatalog catalog = OscalReader.readCatalog(SharedData.REV4);
            Profile low = OscalReader.readProfile(SharedData.REV4_LOW);
            Path profile = beside(folder, "low.json", catalog, low);
            report("800-53 rev 4 LOW", profile, 7);
        }
        for (int controls : new int[] {250, 1000, 4000}) {
            OscalCatalog catalog = Synthetic.catalog(controls, 1);
            Path profile = beside(
                    folder,
                    "synthetic-" + controls + ".json",
                    catalog,
                    Synthetic.profile(catalog, 1, Merge.asCatalogsAre()));
            report("synthetic " + controls, profile, controls > 1000 ? 3 : 5);
        }
    }

    private static Path beside(Path folder, String name, OscalCatalog catalog, Profile profile) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name + ".d"));
        OscalWriter.write(catalog, OscalFormat.JSON, place.resolve("catalog.json"));
        Profile local = new Profile(
                profile.uuid(),
                profile.metadata(),
                profile.imports().stream()
                        .map(i -> new Import("catalog.json", i.includeAll(), i.includes(), i.excludes()))
                        .toList(),
                profile.merge(),
                profile.setParameters(),
                profile.alters(),
                profile.resources(),
                profile.extra());
        Path file = place.resolve(name);
        OscalWriter.write(local, OscalFormat.JSON, file);
        return file;
    }

    private static void report(String what, Path profile, int rounds) throws Exception {
        double ours = median(rounds * 4, () -> ProfileResolver.resolve(profile, ResolveOptions.defaults()));
        double theirs = median(
                rounds,
                () -> new gov.nist.secauto.oscal.lib.profile.resolver.ProfileResolver()
                        .resolve(profile.toAbsolutePath()));
        System.out.printf(
                Locale.ROOT,
                "%-20s ours %8.1f ms   liboscal %8.1f ms   ratio %6.1f%n",
                what,
                ours,
                theirs,
                theirs / ours);
    }

    /** Median of the later rounds in milliseconds; the first third warms up. */
    private static double median(int rounds, Callable<?> work) throws Exception {
        int warm = rounds / 3;
        double[] times = new double[rounds - warm];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.call();
            if (i >= warm) {
                times[i - warm] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
