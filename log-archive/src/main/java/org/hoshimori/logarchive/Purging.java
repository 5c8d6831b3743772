package org.hoshimori.logarchive;

import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.logarchive.Entry.Sealed;

/** Deletes what is past its time, and only that; a record of what it was stays. */
public final class Purging {

    private Purging() {}

    /** What was deleted. */
    public record Result(int files, long rows, long bytes) {}

    /**
     * Deletes files all of whose rows are older.
     *
     * @param olderThan at least the retention
     * @param retention what the regulation asks ({@code inf-3.b})
     * @param rehearse only say what would be deleted
     */
    public static Result of(Archive archive, Period olderThan, Period retention, Instant now, boolean rehearse)
            throws IOException {
        if (keepUntil(now, olderThan).isBefore(keepUntil(now, retention))) {
            throw new ArchiveRefused("logs.too-early", olderThan.toString(), retention.toString());
        }
        try (Archive.Writing writing = archive.write()) {
            Manifest manifest = writing.manifest();
            List<Sealed> old = old(manifest, olderThan, now);
            if (!old.isEmpty() && !rehearse) {
                manifest.append(
                        new Entry.Purged(manifest.nextNumber(), manifest.head(), now, retention.toString(), old));
                archive.delete(old);
            }
            return result(old);
        }
    }

    /** What may be deleted now, without waiting for anybody who writes. */
    public static Result due(Archive archive, Period retention, Instant now) throws IOException {
        return result(old(archive.manifest(), retention, now));
    }

    private static Result result(List<Sealed> old) {
        return new Result(
                old.size(),
                old.stream().mapToLong(Sealed::rows).sum(),
                old.stream().mapToLong(Sealed::bytes).sum());
    }

    /** A file of lines set aside has no time of its own: it goes with the last of the rows that came with it, or by its import's. */
    private static List<Sealed> old(Manifest manifest, Period olderThan, Instant now) {
        Map<String, Instant> last = new HashMap<>();
        for (Entry entry : manifest.entries()) {
            if (entry instanceof Entry.Imported imported) {
                imported.files().forEach(f -> last.put(f.path(), f.last() == null ? imported.at() : f.last()));
            } else if (entry instanceof Entry.Compacted compacted) {
                compacted.into().forEach(f -> last.put(f.path(), f.last() == null ? compacted.at() : f.last()));
            }
        }
        return Archive.present(manifest).values().stream()
                .filter(f -> {
                    Instant until = last.get(f.path());
                    return until != null && keepUntil(until, olderThan).isBefore(now);
                })
                .toList();
    }

    /** The end of the day (UTC) until which a row is kept. */
    static Instant keepUntil(Instant row, Period period) {
        return Verification.day(row)
                .plus(period)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
