package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An OSCAL catalog: controls, in groups or without; {@code extra} holds fields this model doesn't know. */
public record OscalCatalog(
        String uuid,
        Metadata metadata,
        List<Param> params,
        List<Group> groups,
        List<Control> controls,
        List<Resource> resources,
        Map<String, Object> extra)
        implements OscalDocument {

    /** Keeps immutable copies. */
    public OscalCatalog {
        params = List.copyOf(params);
        groups = List.copyOf(groups);
        controls = List.copyOf(controls);
        resources = List.copyOf(resources);
        extra = Extra.copy(extra);
    }

    /** A catalog of these groups and back-matter resources. */
    public static OscalCatalog of(String uuid, Metadata metadata, List<Group> groups, List<Resource> resources) {
        return new OscalCatalog(uuid, metadata, List.of(), groups, List.of(), resources, Map.of());
    }

    /** Every control, those within groups and within other controls too, in the document's order. */
    public List<Control> allControls() {
        List<Control> all = new ArrayList<>();
        groups.forEach(g -> collect(g, all));
        controls.forEach(c -> collect(c, all));
        return List.copyOf(all);
    }

    /** Every parameter, of the catalog, its groups and its controls, in the document's order. */
    public List<Param> allParams() {
        List<Param> all = new ArrayList<>(params);
        groups.forEach(g -> collectParams(g, all));
        allControls().forEach(c -> all.addAll(c.params()));
        return List.copyOf(all);
    }

    /** The first control with this id. */
    public Optional<Control> control(String id) {
        return allControls().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private static void collect(Group group, List<Control> all) {
        group.groups().forEach(g -> collect(g, all));
        group.controls().forEach(c -> collect(c, all));
    }

    private static void collect(Control control, List<Control> all) {
        all.add(control);
        control.controls().forEach(c -> collect(c, all));
    }

    private static void collectParams(Group group, List<Param> all) {
        all.addAll(group.params());
        group.groups().forEach(g -> collectParams(g, all));
    }
}
