package org.hoshimori.logarchive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.logarchive.Entry.Sealed;
import org.jspecify.annotations.Nullable;

/** What is in the archive, by source, told by the manifest alone. */
public final class Statistics {

    private Statistics() {}

    /** All of it. */
    public record Result(
            long entries, long files, long rows, long bytes, long aside, long rawBytes, List<Source> sources) {}

    /**
     * One source.
     *
     * @param rawBytes what was read for it, unpacked
     * @param aside lines set aside, by reason
     */
    public record Source(
            String name,
            List<String> formats,
            long rows,
            long files,
            long bytes,
            long rawBytes,
            int days,
            @Nullable Instant first,
            @Nullable Instant last,
            Map<String, Long> aside) {}

    /** Counts what was not purged. */
    public static Result of(Archive archive) throws IOException {
        Manifest manifest = archive.manifest();
        Map<String, Sealed> present = Archive.present(manifest);
        Map<String, Sum> sums = new TreeMap<>();
        for (Entry entry : manifest.entries()) {
            if (entry instanceof Entry.Imported imported) {
                sums.computeIfAbsent(imported.source(), _ -> new Sum()).add(imported, present);
            } else if (entry instanceof Entry.Compacted compacted) {
                Sum sum = sums.computeIfAbsent(compacted.source(), _ -> new Sum());
                compacted.into().stream()
                        .filter(f -> present.containsKey(f.path()))
                        .forEach(sum::add);
            }
        }
        List<Source> sources = new ArrayList<>();
        sums.forEach((name, sum) -> sources.add(sum.source(name)));
        return new Result(
                manifest.entries().size(),
                present.size(),
                sources.stream().mapToLong(Source::rows).sum(),
                sources.stream().mapToLong(Source::bytes).sum(),
                sources.stream()
                        .flatMap(s -> s.aside().values().stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                sources.stream().mapToLong(Source::rawBytes).sum(),
                sources);
    }

    private static final class Sum {
        private final TreeSet<String> formats = new TreeSet<>();
        private final TreeSet<String> days = new TreeSet<>();
        private final Map<String, Long> aside = new TreeMap<>();
        private long rows;
        private long files;
        private long bytes;
        private long rawBytes;
        private @Nullable Instant first;
        private @Nullable Instant last;

        void add(Entry.Imported imported, Map<String, Sealed> present) {
            formats.add(imported.format());
            rawBytes += imported.origin().to() - imported.origin().from();
            imported.aside().forEach((reason, n) -> aside.merge(reason, n, Long::sum));
            for (Sealed file : imported.files()) {
                if (present.containsKey(file.path())) {
                    add(file);
                }
            }
        }

        private void add(Sealed file) {
            files++;
            bytes += file.bytes();
            if (file.first() != null && file.last() != null) {
                rows += file.rows();
                days.add(file.path().replaceAll(".*/day=([0-9-]+)/.*", "$1"));
                first = first == null || file.first().isBefore(first) ? file.first() : first;
                last = last == null || file.last().isAfter(last) ? file.last() : last;
            }
        }

        Source source(String name) {
            return new Source(
                    name, List.copyOf(formats), rows, files, bytes, rawBytes, days.size(), first, last, aside);
        }
    }
}
