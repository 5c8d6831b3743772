package org.hoshimori.chapters.processing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** An entry was added to the processing log. */
record EntryAdded(Actor by, Entry entry) implements Evident {

    @Override
    public String act() {
        return "processing-entry.added/1";
    }

    @Override
    public String subject() {
        return entry.subject();
    }

    @Override
    public Optional<String> clause() {
        return Optional.of("ast-1.5");
    }

    @Override
    public Map<String, Object> detail() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("day", entry.day().toString()),
                Map.entry("record", entry.record()),
                Map.entry("handler", "person:" + entry.handler()),
                Map.entry("sensor", entry.sensor()),
                Map.entry("resolution", entry.resolution()),
                Map.entry("deed", entry.deed().code()),
                Map.entry("words", entry.words()),
                Map.entry("party", entry.toParty().map(p -> "party:" + p).orElse("")),
                Map.entry("recipient", entry.recipient()),
                Map.entry("basis", entry.basis()),
                Map.entry("basisNote", entry.basisNote()),
                Map.entry(
                        "corrects",
                        entry.correcting().map(c -> "processing-entry:" + c).orElse(""))));
    }
}
