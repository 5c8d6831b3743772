package org.hoshimori.logarchive;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.logarchive.Entry.Sealed;

/**
 * What came in on each day (UTC), told by the manifest alone.
 *
 * @param rows by source and day; a source without rows in the span is left out
 * @param aside lines set aside, by reason, of imports with rows in the span, or made in it where they have no rows at all
 */
public record Daily(SortedMap<String, SortedMap<LocalDate, Long>> rows, SortedMap<String, Long> aside) {

    /** Counts what was not purged, from the first of these days to the last. */
    public static Daily of(Archive archive, LocalDate from, LocalDate until) throws IOException {
        Manifest manifest = archive.manifest();
        Map<String, Sealed> present = Archive.present(manifest);
        Daily daily = new Daily(new TreeMap<>(), new TreeMap<>());
        for (Entry entry : manifest.entries()) {
            switch (entry) {
                case Entry.Imported imported -> {
                    daily.add(imported.source(), imported.files(), present, from, until);
                    if (daily.within(imported, from, until)) {
                        imported.aside().forEach((reason, n) -> daily.aside.merge(reason, n, Long::sum));
                    }
                }
                case Entry.Compacted compacted -> daily.add(compacted.source(), compacted.into(), present, from, until);
                case Entry.Purged _, Entry.Lost _, Entry.Reviewed _ -> {}
            }
        }
        return daily;
    }

    private void add(String source, List<Sealed> files, Map<String, Sealed> present, LocalDate from, LocalDate until) {
        for (Sealed file : files) {
            if (file.first() != null && present.containsKey(file.path())) {
                LocalDate day = Verification.day(file.first());
                if (!day.isBefore(from) && !day.isAfter(until)) {
                    rows.computeIfAbsent(source, _ -> new TreeMap<>()).merge(day, file.rows(), Long::sum);
                }
            }
        }
    }

    private boolean within(Entry.Imported imported, LocalDate from, LocalDate until) {
        List<LocalDate> days = imported.files().stream()
                .map(Sealed::first)
                .filter(java.util.Objects::nonNull)
                .map(Verification::day)
                .toList();
        return (days.isEmpty() ? List.of(Verification.day(imported.at())) : days)
                .stream().anyMatch(d -> !d.isBefore(from) && !d.isAfter(until));
    }
}
