package org.hoshimori.chapters.processing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log: entries are added, and never changed; a mistake is put right by an entry that names the one it corrects. */
@Service
@Transactional
public class ProcessingLog {

    private final Entries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcessingLog(Entries entries, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /** Why an entry is not added. */
    public enum Refusal {
        /** It tells of a day to come. */
        NOT_YET,
        /** The entry that it corrects has been corrected already. */
        CORRECTED_ALREADY
    }

    /** Adds an entry; a refusal if it can't be. */
    public Optional<Refusal> add(Entry entry, Actor by) {
        if (entry.day().isAfter(LocalDate.now(clock))) {
            return Optional.of(Refusal.NOT_YET);
        }
        boolean corrected = entry.correcting()
                .map(id -> entries.find(id).orElseThrow(() -> new NotKept(id.toString())))
                .filter(Entries.Line::corrected)
                .isPresent();
        if (corrected) {
            return Optional.of(Refusal.CORRECTED_ALREADY);
        }
        entries.insert(entry);
        events.publishEvent(new EntryAdded(by, entry));
        return Optional.empty();
    }
}
