package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.logarchive.Entry.Sealed;

/** Is the archive what its manifest says, and is anything missing in it? */
public final class Verification {

    private final Archive archive;
    private final Duration silence;
    private final Progress progress;
    private final List<Fault> faults = new ArrayList<>();

    private Verification(Archive archive, Duration silence, Progress progress) {
        this.archive = archive;
        this.silence = silence;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param head the last line's hash, to be kept elsewhere
     * @param intact whether nothing speaks against the archive itself
     */
    public record Result(
            long entries, String head, long files, long rows, long bytes, boolean intact, List<Fault> faults) {}

    /**
     * Verifies all of it.
     *
     * @param silence how long a source may be silent; gaps are found by whole hours
     * @param witness a head that the manifest had at some time, or empty
     */
    public static Result of(Archive archive, Duration silence, String witness) throws IOException {
        return watched(archive, silence, witness, Progress.UNSEEN);
    }

    /** The same, while somebody looks how many files are done. */
    public static Result watched(Archive archive, Duration silence, String witness, Progress progress)
            throws IOException {
        Manifest manifest;
        try (Archive.Writing writing = archive.write()) {
            manifest = writing.manifest();
        }
        return new Verification(archive, silence, progress).run(manifest, witness);
    }

    private Result run(Manifest manifest, String witness) throws IOException {
        faults.addAll(manifest.broken());
        if (!witness.isEmpty() && !knows(manifest, witness)) {
            faults.add(new Fault(Fault.Kind.HEAD, "manifest.jsonl", witness));
        }
        Map<String, Sealed> present = Archive.present(manifest);
        long rows = 0;
        long bytes = 0;
        int done = 0;
        for (Sealed file : present.values()) {
            progress.at(done++, present.size());
            check(file);
            rows += file.path().startsWith("rows/") ? file.rows() : 0;
            bytes += file.bytes();
        }
        added(present);
        Gaps.of(manifest, present, silence)
                .forEach(g -> faults.add(new Fault(Fault.Kind.GAP, g.source(), g.from() + "/" + g.until())));
        entries(manifest);
        boolean intact = faults.stream().noneMatch(f -> f.kind().breaks());
        return new Result(
                manifest.entries().size(), manifest.head(), present.size(), rows, bytes, intact, List.copyOf(faults));
    }

    private static boolean knows(Manifest manifest, String witness) {
        return manifest.head().equals(witness)
                || manifest.entries().stream().anyMatch(e -> e.previous().equals(witness));
    }

    private void check(Sealed file) throws IOException {
        Path path = archive.folder().resolve(file.path());
        if (!Files.exists(path)) {
            faults.add(new Fault(Fault.Kind.MISSING, file.path(), span(file)));
        } else if (Files.size(path) < file.bytes()) {
            faults.add(new Fault(Fault.Kind.TRUNCATED, file.path(), Files.size(path) + " < " + file.bytes()));
        } else if (!Hashes.sha256(path).equals(file.sha256())) {
            faults.add(new Fault(Fault.Kind.CHANGED, file.path(), span(file)));
        }
    }

    private static String span(Sealed file) {
        return file.first() == null ? "" : file.first() + "/" + file.last();
    }

    private void added(Map<String, Sealed> present) throws IOException {
        for (String kind : List.of("rows", "aside")) {
            Path folder = archive.folder().resolve(kind);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .map(p -> archive.folder().relativize(p).toString().replace('\\', '/'))
                        .filter(p -> !present.containsKey(p))
                        .sorted()
                        .forEach(p -> faults.add(new Fault(Fault.Kind.ADDED, p, "")));
            }
        }
    }

    private void entries(Manifest manifest) {
        long limit = Duration.ofMinutes(5).toNanos() / 1000;
        Map<String, Long> skew = new LinkedHashMap<>();
        for (Entry entry : manifest.entries()) {
            switch (entry) {
                case Entry.Imported imported -> {
                    skew.merge(imported.source(), worst(imported), (a, b) -> Math.abs(a) > Math.abs(b) ? a : b);
                }
                case Entry.Purged purged -> early(purged);
                case Entry.Lost lost ->
                    faults.add(new Fault(
                            Fault.Kind.LOST, lost.source(), lost.from() + "/" + lost.until() + " " + lost.why()));
                case Entry.Compacted _, Entry.Reviewed _ -> {}
            }
        }
        skew.forEach((source, micros) -> {
            if (Math.abs(micros) > limit) {
                faults.add(new Fault(
                        Fault.Kind.SKEW,
                        source,
                        Duration.ofSeconds(micros / 1_000_000).toString()));
            }
        });
    }

    /** The furthest that a device's clock was from its envelope's, or its newest row ahead of the time of import. */
    private static long worst(Entry.Imported imported) {
        long worst = Math.abs(imported.behindMicros()) > Math.abs(imported.aheadMicros())
                ? imported.behindMicros()
                : imported.aheadMicros();
        long future = imported.files().stream()
                .filter(f -> f.last() != null)
                .map(Sealed::last)
                .max(Comparator.naturalOrder())
                .map(last -> Duration.between(imported.at(), last).toSeconds() * 1_000_000)
                .orElse(0L);
        return Math.max(future, 0) > Math.abs(worst) ? future : worst;
    }

    private void early(Entry.Purged purged) {
        Period retention = Period.parse(purged.retention());
        for (Sealed file : purged.files()) {
            if (file.last() != null && Purging.keepUntil(file.last(), retention).isAfter(purged.at())) {
                faults.add(new Fault(Fault.Kind.EARLY_DELETION, file.path(), file.last() + "/" + purged.at()));
            }
        }
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
