package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Drops what the arranged and modified controls don't need: loose parameters and back-matter resources. */
final class Finishing {

    private final Set<String> anchored = new HashSet<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> needed;
    private final Set<String> always;

    private Finishing(Set<String> needed, Set<String> always) {
        this.needed = needed;
        this.always = always;
    }

    static OscalCatalog finish(
            String uuid,
            Metadata metadata,
            Structuring.Body body,
            List<Resource> resources,
            Set<String> always,
            Profile profile) {
        References references = new References();
        references.in(metadata);
        body.groups().forEach(references::in);
        body.controls().forEach(references::in);
        Finishing finishing = new Finishing(references.inserted(), always);
        body.groups().forEach(finishing::anchor);
        body.controls().forEach(finishing::anchor);
        finishing.followLoose(body, references);

        List<Group> groups = body.groups().stream().map(finishing::pruned).toList();
        List<Param> params = finishing.pruned(body.params());
        boolean custom = profile.merge() != null && profile.merge().custom() != null;
        if (custom && !params.isEmpty()) {
            Map<String, Param> homeless = new LinkedHashMap<>();
            params.forEach(p -> homeless.put(p.id(), p));
            body.controls().forEach(c -> stays(c, homeless));
            groups = groups.stream().map(g -> housed(g, homeless)).toList();
            Set<String> moved = new HashSet<>();
            groups.forEach(g -> paramIds(g, moved));
            params = params.stream().filter(p -> !moved.contains(p.id())).toList();
        }
        return new OscalCatalog(
                uuid, metadata, params, groups, body.controls(), kept(resources, references.linked()), Map.of());
    }

    private void anchor(Group group) {
        group.groups().forEach(this::anchor);
        group.controls().forEach(this::anchor);
    }

    private void anchor(Control control) {
        control.params().forEach(p -> anchored.add(p.id()));
        control.controls().forEach(this::anchor);
    }

    /** A loose parameter that is inserted may itself insert others. */
    private void followLoose(Structuring.Body body, References references) {
        Map<String, Param> loose = new HashMap<>();
        body.params().forEach(p -> loose.putIfAbsent(p.id(), p));
        body.groups().forEach(g -> collect(g, loose));
        List<String> open = new ArrayList<>(needed);
        open.addAll(always);
        Set<String> followed = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.removeLast();
            Param param = loose.get(id);
            if (param != null && followed.add(id)) {
                References own = new References();
                own.in(param);
                references.in(param);
                needed.addAll(own.inserted());
                open.addAll(own.inserted());
            }
        }
    }

    private static void collect(Group group, Map<String, Param> loose) {
        group.params().forEach(p -> loose.putIfAbsent(p.id(), p));
        group.groups().forEach(g -> collect(g, loose));
    }

    private Group pruned(Group group) {
        return group.withParams(pruned(group.params()))
                .withMembers(group.groups().stream().map(this::pruned).toList(), group.controls());
    }

    private List<Param> pruned(List<Param> params) {
        return params.stream()
                .filter(p -> always.contains(p.id()) || needed.contains(p.id()))
                .filter(p -> !anchored.contains(p.id()) && placed.add(p.id()))
                .toList();
    }

    /** Parameters that controls outside groups insert stay with the catalog. */
    private static void stays(Control control, Map<String, Param> homeless) {
        References references = new References();
        references.in(control);
        homeless.keySet().removeAll(references.inserted());
    }

    /** In a structure of the profile's own, a loose parameter goes to the group of the first control inserting it. */
    private static Group housed(Group group, Map<String, Param> homeless) {
        References references = new References();
        group.controls().forEach(references::in);
        List<Param> params = new ArrayList<>(group.params());
        homeless.values().removeIf(p -> references.inserted().contains(p.id()) && params.add(p));
        return group.withParams(params)
                .withMembers(
                        group.groups().stream().map(g -> housed(g, homeless)).toList(), group.controls());
    }

    private static void paramIds(Group group, Set<String> ids) {
        group.params().forEach(p -> ids.add(p.id()));
        group.groups().forEach(g -> paramIds(g, ids));
    }

    /** Resources that are linked to or marked to be kept; of several with one id the last one, marked ones first. */
    private static List<Resource> kept(List<Resource> resources, Set<String> linked) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < resources.size(); i++) {
            boolean now = marked(resources.get(i));
            last.merge(key(resources.get(i)), i, (old, next) -> marked(resources.get(old)) && !now ? old : next);
        }
        List<Resource> kept = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            Resource resource = resources.get(i);
            String key = key(resource);
            if (last.getOrDefault(key, -1) == i && (linked.contains(key) || marked(resource))) {
                kept.add(resource);
            }
        }
        return kept;
    }

    private static String key(Resource resource) {
        return resource.uuid().toLowerCase(Locale.ROOT);
    }

    private static boolean marked(Resource resource) {
        return resource.props().stream()
                .anyMatch(p -> p.name().equals("keep") && p.value().equals("always"));
    }
}
