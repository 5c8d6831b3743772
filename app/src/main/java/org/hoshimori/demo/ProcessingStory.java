package org.hoshimori.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hoshimori.chapters.processing.Entry;
import org.hoshimori.chapters.processing.ProcessingLog;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What the made-up company does with its satellites' records. */
@Component
@ConditionalOnBooleanProperty("hoshimori.demo")
class ProcessingStory {

    private final ProcessingLog log;
    private final Clock clock;
    private final Map<String, UUID> entries = new HashMap<>();

    ProcessingStory(ProcessingLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Adds what a line tells, on the day on which it happens. */
    boolean adds(Lines.Line line, Function<String, PersonId> person) {
        PersonId handler = person.apply(line.get("handler"));
        Entry entry = new Entry(
                UUID.randomUUID(),
                LocalDate.now(clock),
                line.get("record"),
                handler,
                line.get("sensor"),
                line.get("resolution"),
                Entry.Deed.valueOf(line.get("deed")),
                line.get("words"),
                null,
                line.get("recipient"),
                line.get("basis"),
                line.get("note"),
                entries.get(line.get("corrects")),
                clock.instant(),
                "person:" + handler);
        entries.put(line.get("key"), entry.id());
        return log.add(entry, Actor.person(handler.value())).isEmpty();
    }
}
