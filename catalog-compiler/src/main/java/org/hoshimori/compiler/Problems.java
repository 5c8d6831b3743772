package org.hoshimori.compiler;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.yaml.Place;

/** What is wrong with the catalog, collected so that an author sees all of it at once. */
final class Problems {

    private final List<String> lines = new ArrayList<>();

    void add(Place place, String what) {
        lines.add(place + ": " + what);
    }

    void add(String file, String what) {
        lines.add(file + ": " + what);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
