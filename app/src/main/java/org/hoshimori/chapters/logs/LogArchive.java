package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.hoshimori.catalog.Span;
import org.hoshimori.catalog.parameters.InfParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.logarchive.Archive;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which folder the archive of logs is: the one that the settings name, else {@code logs} in the data folder. */
@Component
class LogArchive {

    /** How long a source may be silent. */
    static final Duration SILENCE = Duration.ofHours(6);

    private static final Span THREE_YEARS = Span.parse("P3Y");
    private static final long DAY = 86_400;

    private final Path folder;
    private final @Nullable Path registers;
    private final @Nullable Path rules;
    private final RegulationInForce regulation;
    private final Clock clock;

    LogArchive(
            @Value("${hoshimori.data}") Path data,
            @Value("${hoshimori.logs.archive:}") String folder,
            @Value("${hoshimori.logs.registers:}") String registers,
            @Value("${hoshimori.logs.rules:}") String rules,
            RegulationInForce regulation,
            Clock clock) {
        this.folder = folder.isEmpty() ? DataFolder.open(data).logs() : Path.of(folder);
        this.registers = registers.isEmpty() ? null : Path.of(registers);
        this.rules = rules.isEmpty() ? null : Path.of(rules);
        this.regulation = regulation;
        this.clock = clock;
    }

    Path folder() {
        return folder;
    }

    /** The archive; empty while nothing was imported yet. */
    Optional<Archive> open() {
        return Files.exists(folder.resolve("manifest.jsonl")) ? Optional.of(Archive.open(folder)) : Optional.empty();
    }

    /** When the manifest was last written, and how long it is: what is told from it is good until that changes. */
    String edition() throws IOException {
        Path manifest = folder.resolve("manifest.jsonl");
        return Files.getLastModifiedTime(manifest) + " " + Files.size(manifest);
    }

    /** Registers, indicators and guards: where the settings say, else {@code registers} in the archive's folder, if there is one. */
    @Nullable
    Path registers() {
        if (registers != null) {
            return registers;
        }
        Path within = folder.resolve("registers");
        return Files.isDirectory(within) ? within : null;
    }

    /** The company's own rules in the place of the shipped ones. */
    @Nullable
    Path rules() {
        return rules;
    }

    /** How long logs are kept ({@code inf-3.b}); a part of a day is a whole one. */
    Period retention() {
        return period(regulation.now().value(InfParameters.RETENTION).orElse(THREE_YEARS));
    }

    static Period period(Span span) {
        return Period.of(span.years(), span.months(), span.days() + Math.toIntExact((span.seconds() + DAY - 1) / DAY));
    }

    Clock clock() {
        return clock;
    }
}
