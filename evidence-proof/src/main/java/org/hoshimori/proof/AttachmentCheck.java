package org.hoshimori.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Attachments are files named by their SHA-256. A detail names its own in the member {@code attachments}: an array of
 * objects whose {@code sha256} is that name.
 */
final class AttachmentCheck {

    private final AttachmentNames named = new AttachmentNames();
    private final Map<String, Hash> present = new TreeMap<>();

    void entry(long sequence, Json.Obj detail) {
        named.add(sequence, detail);
    }

    java.util.Set<String> names() {
        return named.all();
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
            if (!named.all().contains(name)) {
                faults.add(new Fault.AttachmentAdded(name));
            }
        });
        named.byName().forEach((name, sequence) -> {
            if (!present.containsKey(name)) {
                faults.add(new Fault.AttachmentMissing(name, sequence));
            }
        });
    }
}
