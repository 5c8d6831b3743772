package org.hoshimori.proof;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The attachments that entries name in their details, each with the first entry that does. */
public final class AttachmentNames {

    private final Map<String, Long> named = new TreeMap<>();

    /** The next entry; one without a readable detail names nothing. */
    public void entry(Entry entry) {
        byte[] detail = entry.detail();
        if (detail != null && CanonicalJson.parseCanonical(detail) instanceof Json.Obj object) {
            add(entry.header().sequence(), object);
        }
    }

    void add(long sequence, Json.Obj detail) {
        if (detail.members().get("attachments") instanceof Json.Arr(var values)) {
            for (Json value : values) {
                if (value instanceof Json.Obj(var members) && members.get("sha256") instanceof Json.Str(String name)) {
                    named.putIfAbsent(name, sequence);
                }
            }
        }
    }

    /** All names, in order. */
    public Set<String> all() {
        return Collections.unmodifiableSet(named.keySet());
    }

    Map<String, Long> byName() {
        return Collections.unmodifiableMap(named);
    }
}
