package org.hoshimori.logarchive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.logarchive.Entry.Sealed;

/** When sources were silent, by whole hours, told by the manifest alone. */
public final class Gaps {

    private Gaps() {}

    /** A source was silent from one hour to another. */
    public record Gap(String source, Instant from, Instant until) {}

    /**
     * All gaps, by source and time.
     *
     * @param silence how long a source may be silent
     */
    public static List<Gap> of(Archive archive, Duration silence) throws IOException {
        Manifest manifest = archive.manifest();
        return of(manifest, Archive.present(manifest), silence);
    }

    static List<Gap> of(Manifest manifest, Map<String, Sealed> present, Duration silence) {
        Map<String, SortedSet<Long>> hours = new TreeMap<>();
        for (Entry entry : manifest.entries()) {
            switch (entry) {
                case Entry.Imported imported -> hours(imported.source(), imported.files(), present, hours);
                case Entry.Compacted compacted -> hours(compacted.source(), compacted.into(), present, hours);
                case Entry.Purged _, Entry.Lost _, Entry.Reviewed _ -> {}
            }
        }
        List<Gap> gaps = new ArrayList<>();
        hours.forEach((source, seen) -> {
            long before = seen.getFirst();
            for (long hour : seen) {
                if (Duration.ofHours(hour - before - 1).compareTo(silence) >= 0) {
                    gaps.add(new Gap(source, at(before + 1), at(hour)));
                }
                before = hour;
            }
        });
        return gaps;
    }

    private static void hours(
            String source, List<Sealed> files, Map<String, Sealed> present, Map<String, SortedSet<Long>> hours) {
        for (Sealed file : files) {
            if (file.first() != null && present.containsKey(file.path())) {
                seen(hours.computeIfAbsent(source, _ -> new TreeSet<>()), file);
            }
        }
    }

    private static void seen(Set<Long> hours, Sealed file) {
        long day = LocalDate.parse(file.path().replaceAll(".*/day=([0-9-]+)/.*", "$1"))
                .toEpochDay();
        for (int h = 0; h < file.hours().length(); h++) {
            if (file.hours().charAt(h) == '1') {
                hours.add(day * 24 + h);
            }
        }
    }

    private static Instant at(long hour) {
        return Instant.ofEpochSecond(hour * 3600);
    }
}
