package org.hoshimori.documents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Word's names for our ids: letters, digits and underscores, forty at most, each once; hidden, for they begin with one. */
final class Bookmarks {

    private static final int LONGEST = 40;

    private final Map<String, String> names = new HashMap<>();
    private int next = 1;

    Bookmarks(Document document) {
        Set<String> taken = new HashSet<>();
        for (Chapter chapter : document.chapters()) {
            name(chapter.id(), taken);
            chapter.blocks().forEach(b -> b.ids().forEach(id -> name(id, taken)));
        }
    }

    private void name(String id, Set<String> taken) {
        String plain = "_c_" + id.replaceAll("[^A-Za-z0-9]", "_");
        String name = plain.substring(0, Math.min(LONGEST, plain.length()));
        for (int i = 2; !taken.add(name); i++) {
            String suffix = "_" + i;
            name = plain.substring(0, Math.min(LONGEST - suffix.length(), plain.length())) + suffix;
        }
        names.put(id, name);
    }

    /** All names with their ids. */
    Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        names.forEach((id, name) -> ids.put(name, id));
        return ids;
    }

    /** The bookmark of an id; empty if the document has no such id. */
    Optional<String> of(String id) {
        return Optional.ofNullable(names.get(id));
    }

    /** A number that no other bookmark of the document has. */
    int number() {
        return next++;
    }
}
