package org.hoshimori.logarchive;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the manifest. {@code previous} is the SHA-256 of the line before, in hexadecimal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Imported.class, name = "import"),
    @JsonSubTypes.Type(value = Entry.Purged.class, name = "purge"),
    @JsonSubTypes.Type(value = Entry.Compacted.class, name = "compact"),
    @JsonSubTypes.Type(value = Entry.Lost.class, name = "lost"),
    @JsonSubTypes.Type(value = Entry.Reviewed.class, name = "review")
})
sealed interface Entry {

    long number();

    String previous();

    Instant at();

    /**
     * Lines became files.
     *
     * @param aside how many lines were set aside, by reason
     * @param aheadMicros the furthest that a device's clock was ahead of its envelope's
     * @param behindMicros likewise behind, negative
     */
    record Imported(
            long number,
            String previous,
            Instant at,
            String source,
            String format,
            Origin origin,
            List<Sealed> files,
            Map<String, Long> aside,
            long aheadMicros,
            long behindMicros)
            implements Entry {}

    /**
     * Where lines came from.
     *
     * @param content SHA-256 of all of the unpacked file up to {@code to}
     * @param head SHA-256 of its first {@code headLength} bytes, by which a file that has grown is found again
     * @param from the first byte read, in the unpacked file
     * @param lines how many lines up to {@code to}
     */
    record Origin(String name, String content, String head, int headLength, long from, long to, long lines) {}

    /**
     * A closed file.
     *
     * @param path from the archive's folder
     * @param hours which hours of the day (UTC) have rows, 24 digits 0 or 1; empty for lines set aside
     */
    record Sealed(
            String path,
            long rows,
            long bytes,
            String sha256,
            @Nullable Instant first,
            @Nullable Instant last,
            String hours) {}

    /** Files deleted after their time. */
    record Purged(long number, String previous, Instant at, String retention, List<Sealed> files) implements Entry {}

    /** Files became one with the same rows. */
    record Compacted(long number, String previous, Instant at, String source, List<Sealed> files, List<Sealed> into)
            implements Entry {}

    /** Lines that were not received or not kept, and why. */
    record Lost(long number, String previous, Instant at, String source, Instant from, Instant until, String why)
            implements Entry {}

    /** A review was held. */
    record Reviewed(long number, String previous, Instant at, Instant from, Instant until, int rules, int hits)
            implements Entry {}
}
