package org.hoshimori.logarchive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.logarchive.Entry.Sealed;

/**
 * When sources were silent for longer than is their habit, by whole hours, told by the manifest alone. A source's habit is what it did at least
 * {@value #OFTEN} times in the four weeks before: nights, weekends, a poll a day. One outage makes no habit.
 */
public final class Gaps {

    private static final int OFTEN = 3;
    private static final long HABIT_HOURS = 28 * 24L;
    /** How much longer than usual a silence may be, as nights are not alike. */
    private static final double ALIKE = 1.5;

    private Gaps() {}

    /** A source was silent from one hour to another. */
    public record Gap(String source, Instant from, Instant until) {}

    /**
     * All gaps, by source and time.
     *
     * @param silence how long any source may be silent
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
            Deque<Silence> past = new ArrayDeque<>();
            long before = seen.getFirst();
            for (long hour : seen) {
                Silence silent = new Silence(before + 1, hour - before - 1);
                if (Duration.ofHours(silent.hours()).compareTo(silence) >= 0) {
                    while (!past.isEmpty() && past.getFirst().from() < silent.from() - HABIT_HOURS) {
                        past.removeFirst();
                    }
                    if (silent.hours() > ALIKE * usual(past)) {
                        gaps.add(new Gap(source, at(silent.from()), at(hour)));
                    }
                    past.addLast(silent);
                }
                before = hour;
            }
        });
        return gaps;
    }

    private record Silence(long from, long hours) {}

    /** The longest silence of which there were as many as make a habit, or 0. */
    private static long usual(Collection<Silence> past) {
        return past.stream()
                .map(Silence::hours)
                .sorted(Comparator.reverseOrder())
                .skip(OFTEN - 1L)
                .findFirst()
                .orElse(0L);
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
