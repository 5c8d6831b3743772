package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a control's or group's text; {@code prose} is Markdown with {@code {{ insert: param, id }}}. */
public record Part(
        @Nullable String id,
        String name,
        @Nullable String ns,
        @Nullable String className,
        @Nullable String title,
        List<Prop> props,
        @Nullable String prose,
        List<Part> parts,
        List<Link> links,
        Map<String, Object> extra) {

    /** Keeps immutable copies. */
    public Part {
        props = List.copyOf(props);
        parts = List.copyOf(parts);
        links = List.copyOf(links);
        extra = Extra.copy(extra);
    }

    /** A part with prose. */
    public static Part of(@Nullable String id, String name, @Nullable String prose) {
        return new Part(id, name, null, null, null, List.of(), prose, List.of(), List.of(), Map.of());
    }

    /** The same part with this title. */
    public Part withTitle(@Nullable String changed) {
        return new Part(id, name, ns, className, changed, props, prose, parts, links, extra);
    }

    /** The same part with these properties. */
    public Part withProps(List<Prop> changed) {
        return new Part(id, name, ns, className, title, changed, prose, parts, links, extra);
    }

    /** The same part with these parts within it. */
    public Part withParts(List<Part> changed) {
        return new Part(id, name, ns, className, title, props, prose, changed, links, extra);
    }

    /** The same part with these links. */
    public Part withLinks(List<Link> changed) {
        return new Part(id, name, ns, className, title, props, prose, parts, changed, extra);
    }
}
