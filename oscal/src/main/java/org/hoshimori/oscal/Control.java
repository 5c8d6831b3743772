package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A control (a clause); {@code controls} are its enhancements, {@code className} is OSCAL's {@code class}. */
public record Control(
        String id,
        @Nullable String className,
        String title,
        List<Param> params,
        List<Prop> props,
        List<Link> links,
        List<Part> parts,
        List<Control> controls,
        Map<String, Object> extra) {

    /** Keeps immutable copies. */
    public Control {
        params = List.copyOf(params);
        props = List.copyOf(props);
        links = List.copyOf(links);
        parts = List.copyOf(parts);
        controls = List.copyOf(controls);
        extra = Extra.copy(extra);
    }

    /** A control without content. */
    public static Control of(String id, String title) {
        return new Control(id, null, title, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /** The same control with this title. */
    public Control withTitle(String changed) {
        return new Control(id, className, changed, params, props, links, parts, controls, extra);
    }

    /** The same control with these parameters. */
    public Control withParams(List<Param> changed) {
        return new Control(id, className, title, changed, props, links, parts, controls, extra);
    }

    /** The same control with these properties. */
    public Control withProps(List<Prop> changed) {
        return new Control(id, className, title, params, changed, links, parts, controls, extra);
    }

    /** The same control with these links. */
    public Control withLinks(List<Link> changed) {
        return new Control(id, className, title, params, props, changed, parts, controls, extra);
    }

    /** The same control with these parts. */
    public Control withParts(List<Part> changed) {
        return new Control(id, className, title, params, props, links, changed, controls, extra);
    }

    /** The same control with these enhancements. */
    public Control withControls(List<Control> changed) {
        return new Control(id, className, title, params, props, links, parts, changed, extra);
    }
}
