package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Marks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps our marks and the archive's own {@code marks.jsonl} alike, so that the command line and the pages agree: what is said here is
 * written there by a job, what is said there is taken over within a minute.
 */
@Component
class MarksFile {

    /** The job that writes; its subject is a hit and when the word on it was said. */
    static final String JOB = "logs.write-mark";

    private static final String PERSON = "person:";

    private final LogArchive archive;
    private final HitTable hits;
    private final HitDesk desk;
    private final PeopleRegister people;
    private @Nullable FileTime seen;

    MarksFile(LogArchive archive, HitTable hits, HitDesk desk, PeopleRegister people) {
        this.archive = archive;
        this.hits = hits;
        this.desk = desk;
        this.people = people;
    }

    /** Writes the last word on a hit, if the file does not have it yet. */
    void write(String job) {
        String hit = job.replaceFirst("@.*", "");
        try {
            Optional<Archive> open = archive.open();
            Optional<Mark> mark = hits.mark(hit);
            if (open.isPresent() && mark.isPresent()) {
                Marks.Mark there = Marks.of(open.get()).get(hit);
                Mark said = mark.get();
                if (there == null || there.at().truncatedTo(ChronoUnit.MILLIS).isBefore(said.at())) {
                    Marks.say(open.get(), new Marks.Mark(hit, said.state(), said.note(), name(said.by()), said.at()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(String by) {
        return by.startsWith(PERSON)
                ? people.find(PersonId.of(by.substring(PERSON.length())))
                        .map(p -> p.name().full())
                        .orElse(by)
                : by;
    }

    /** Takes over what was said on the command line since the file was last looked at. */
    synchronized void takeIn() {
        Path file = archive.folder().resolve("marks.jsonl");
        try {
            if (!Files.exists(file)) {
                return;
            }
            FileTime written = Files.getLastModifiedTime(file);
            if (written.equals(seen)) {
                return;
            }
            Optional<Archive> open = archive.open();
            if (open.isPresent()) {
                Map<String, Marks.Mark> said = Marks.of(open.get());
                said.values().forEach(desk::takeOver);
                seen = written;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
