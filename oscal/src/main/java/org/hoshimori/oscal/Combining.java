package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens to controls selected more than once: keep all, use the first, or merge into one. */
final class Combining {

    private final String method;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<Control>> later = new LinkedHashMap<>();
    private int count;

    Combining(String method) {
        this.method = method;
    }

    /** Whether to take this control, given once for each place it stands in, in order. */
    boolean take(Picking picking, Control control, ImportSources.Source source) {
        if (!picking.contains(control)) {
            return false;
        }
        if (++count > Limits.CONTROLS) {
            throw source.error(null, "oscal.too-many-controls", Integer.toString(Limits.CONTROLS));
        }
        boolean first = seen.add(control.id());
        if (!first && method.equals("merge")) {
            later.computeIfAbsent(control.id(), _ -> new ArrayList<>()).add(control);
        }
        return first || method.equals("keep");
    }

    /** Whether the first of several controls or parameters with one id is the one that counts. */
    boolean firstCounts() {
        return !method.equals("keep");
    }

    /** Adds to each control what its later namesakes have besides. */
    List<Control> folded(List<Control> controls) {
        return later.isEmpty() ? controls : controls.stream().map(this::folded).toList();
    }

    Group folded(Group group) {
        return later.isEmpty()
                ? group
                : group.withMembers(group.groups().stream().map(this::folded).toList(), folded(group.controls()));
    }

    private Control folded(Control control) {
        Control result = control.withControls(folded(control.controls()));
        for (Control other : later.getOrDefault(control.id(), List.of())) {
            result = result.withParams(byId(result.params(), other.params()))
                    .withProps(union(result.props(), other.props()))
                    .withLinks(union(result.links(), other.links()))
                    .withParts(union(result.parts(), other.parts()));
        }
        return result;
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** Parameters of one id can't stand twice: the first one stays. */
    private static List<Param> byId(List<Param> first, List<Param> second) {
        Map<String, Param> all = new LinkedHashMap<>();
        first.forEach(p -> all.putIfAbsent(p.id(), p));
        second.forEach(p -> all.putIfAbsent(p.id(), p));
        return List.copyOf(all.values());
    }
}
