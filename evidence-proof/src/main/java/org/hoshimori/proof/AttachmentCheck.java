package org.hoshimori.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Attachments are files named by their SHA-256. A detail names its own in the member {@code attachments}: an array of
 * objects whose {@code sha256} is that name.
 */
final class AttachmentCheck {

    private final Map<String, Long> named = new HashMap<>();
    private final Map<String, Hash> present = new TreeMap<>();

    void entry(long sequence, Json.Obj detail) {
        if (detail.members().get("attachments") instanceof Json.Arr(var values)) {
            for (Json value : values) {
                if (value instanceof Json.Obj(var members) && members.get("sha256") instanceof Json.Str(String name)) {
                    named.putIfAbsent(name, sequence);
                }
            }
        }
    }

    void attachment(String name, Hash actual) {
        present.put(name, actual);
    }

    long count() {
        return present.size();
    }

    void end(List<Fault> faults) {
        present.forEach((name, actual) -> {
            if (!actual.hex().equals(name)) {
                faults.add(new Fault.AttachmentChanged(name));
            }
            if (!named.containsKey(name)) {
                faults.add(new Fault.AttachmentAdded(name));
            }
        });
        new TreeMap<>(named).forEach((name, sequence) -> {
            if (!present.containsKey(name)) {
                faults.add(new Fault.AttachmentMissing(name, sequence));
            }
        });
    }
}
