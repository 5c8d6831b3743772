package org.hoshimori.core.rest;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.core.evidence.RecordSearch;

/**
 * An entry of the record, as the API tells it.
 *
 * @param detail canonical JSON (RFC 8785) as text, as it was hashed; missing where it was removed
 */
record EntryTold(
        long sequence,
        Instant time,
        String actor,
        String act,
        String subject,
        Optional<String> clause,
        Optional<String> revision,
        Optional<String> detail) {

    static EntryTold of(RecordSearch.Found entry) {
        return new EntryTold(
                entry.sequence(),
                entry.time(),
                entry.actor(),
                entry.act(),
                entry.subject(),
                entry.clause(),
                entry.revision(),
                entry.detail());
    }
}
