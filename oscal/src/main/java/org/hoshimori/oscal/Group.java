package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group of controls, such as a family or a chapter; {@code className} is OSCAL's {@code class}. */
public record Group(
        @Nullable String id,
        @Nullable String className,
        String title,
        List<Param> params,
        List<Prop> props,
        List<Link> links,
        List<Part> parts,
        List<Group> groups,
        List<Control> controls,
        Map<String, Object> extra) {

    /** Keeps immutable copies. */
    public Group {
        params = List.copyOf(params);
        props = List.copyOf(props);
        links = List.copyOf(links);
        parts = List.copyOf(parts);
        groups = List.copyOf(groups);
        controls = List.copyOf(controls);
        extra = Extra.copy(extra);
    }

    /** A group of controls. */
    public static Group of(String id, String title, List<Control> controls) {
        return new Group(id, null, title, List.of(), List.of(), List.of(), List.of(), List.of(), controls, Map.of());
    }

    /** The same group with these properties. */
    public Group withProps(List<Prop> changed) {
        return new Group(id, className, title, params, changed, links, parts, groups, controls, extra);
    }

    /** The same group with these parts. */
    public Group withParts(List<Part> changed) {
        return new Group(id, className, title, params, props, links, changed, groups, controls, extra);
    }

    /** The same group with these parameters. */
    public Group withParams(List<Param> changed) {
        return new Group(id, className, title, changed, props, links, parts, groups, controls, extra);
    }

    Group withMembers(List<Group> newGroups, List<Control> newControls) {
        return new Group(id, className, title, params, props, links, parts, newGroups, newControls, extra);
    }
}
