package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells a detail that was redacted by an entry from one that is just gone. */
final class RedactionCheck {

    private final Map<Long, Header> redactions = new TreeMap<>();
    private final Map<Long, Header> absent = new TreeMap<>();
    private final Map<Long, Long> improper = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** An entry whose header holds. */
    void entry(Entry entry) {
        Header header = entry.header();
        if (Redaction.isOne(header)) {
            long target = Redaction.target(header);
            if (target < 1 || target >= header.sequence()) {
                faults.add(new Fault.RedactedImproperly(header.sequence(), Fault.Impropriety.NO_SUCH_ENTRY));
            } else {
                redactions.putIfAbsent(target, header);
            }
        }
        boolean detail = entry.detail() != null;
        if (detail != (entry.salt() != null)) {
            faults.add(new Fault.RedactedImproperly(header.sequence(), Fault.Impropriety.HALF_REMOVED));
            improper.put(header.sequence(), header.sequence());
        } else if (!detail) {
            absent.put(header.sequence(), header);
        }
    }

    /** Call once all entries have been seen; {@code present} tells whether the record holds a sequence. */
    void end(List<Fault> into, List<Notice> notices, java.util.function.LongPredicate present) {
        into.addAll(faults);
        absent.forEach((sequence, header) -> {
            Header redaction = redactions.get(sequence);
            if (redaction == null) {
                into.add(new Fault.DetailMissing(sequence));
            } else if (header.act().equals(EpochStart.ACT)) {
                into.add(new Fault.RedactedImproperly(sequence, Fault.Impropriety.PROTECTED));
            } else {
                notices.add(new Notice.Redacted(sequence, redaction.actor(), redaction.time()));
            }
        });
        redactions.keySet().forEach(target -> {
            if (!absent.containsKey(target) && !improper.containsKey(target) && present.test(target)) {
                into.add(new Fault.RedactedImproperly(target, Fault.Impropriety.STILL_THERE));
            }
        });
    }
}
