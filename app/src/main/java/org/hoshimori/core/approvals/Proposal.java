package org.hoshimori.core.approvals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a room asks to be approved.
 *
 * @param kind which of the rooms' kinds it is; an {@link Approvable} answers for it
 * @param subject what it is about, kind and id
 * @param clause that asks for the approval, if one does
 * @param record all that the deciders see and decide on: texts, whole numbers, booleans, lists and maps of them. Any change of
 *     it lapses the request
 * @param projection version of the way in which the room writes the record
 * @param line who decides: one step after the other, the seats of a step side by side
 * @param address of the page on which the matter itself stands
 * @param expiresOn the last day on which it may be decided
 */
public record Proposal(
        String kind,
        String subject,
        Optional<String> clause,
        Map<String, Object> record,
        int projection,
        List<List<Seat>> line,
        String address,
        Optional<LocalDate> expiresOn) {

    /** Refuses a line without seats; keeps its own copies. */
    public Proposal {
        if (line.isEmpty() || line.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("nobody to decide " + kind);
        }
        line = line.stream().map(List::copyOf).toList();
    }
}
