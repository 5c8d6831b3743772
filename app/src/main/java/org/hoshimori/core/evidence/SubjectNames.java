package org.hoshimori.core.evidence;

import java.util.Map;
import java.util.Set;

/** What the ids of a room are called today, for pages; evidence itself holds ids only. Any room may implement it. */
public interface SubjectNames {

    /**
     * The names of those of these ids ({@code person:…}) that are this room's, by id; one it does not know is left out. Asked
     * once for a whole page.
     */
    Map<String, String> namesOf(Set<String> ids);

    /**
     * The ids of those of this room's whose names hold these words, no more than {@code most}; none where nobody looks for such a thing
     * by its name.
     */
    default Set<String> named(String words, int most) {
        return Set.of();
    }
}
