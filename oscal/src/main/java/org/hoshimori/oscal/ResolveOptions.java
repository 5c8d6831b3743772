package org.hoshimori.oscal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a profile is resolved: folders whose files imports may open (none given: the profile's own folder), files that
 * stand for import addresses wherever they lie, and the clock that dates the result.
 */
public record ResolveOptions(List<Path> roots, Map<String, Path> mapping, Clock clock) {

    /** Keeps immutable copies. */
    public ResolveOptions {
        roots = List.copyOf(roots);
        mapping = Map.copyOf(mapping);
    }

    /** Imports from the profile's own folder only. */
    public static ResolveOptions defaults() {
        return new ResolveOptions(List.of(), Map.of(), Clock.systemUTC());
    }

    /** The same with another folder whose files may be opened. */
    public ResolveOptions root(Path folder) {
        List<Path> more = new ArrayList<>(roots);
        more.add(folder);
        return new ResolveOptions(more, mapping, clock);
    }

    /** The same with a file that stands for an address: an import's or resource link's {@code href} as written. */
    public ResolveOptions map(String href, Path file) {
        Map<String, Path> more = new LinkedHashMap<>(mapping);
        more.put(href, file);
        return new ResolveOptions(roots, more, clock);
    }

    /** The same with another clock. */
    public ResolveOptions at(Clock other) {
        return new ResolveOptions(roots, mapping, other);
    }
}
