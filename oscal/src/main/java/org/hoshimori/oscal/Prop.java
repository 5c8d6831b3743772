package org.hoshimori.oscal;

import org.jspecify.annotations.Nullable;

/** A property: a name in a namespace (OSCAL's own if null) with a value. */
public record Prop(
        String name,
        @Nullable String uuid,
        @Nullable String ns,
        String value,
        @Nullable String className,
        @Nullable String group,
        @Nullable String remarks) {

    /** The namespace of properties and parts that name none. */
    public static final String OSCAL_NS = "http://csrc.nist.gov/ns/oscal";

    /** A property in OSCAL's own namespace. */
    public static Prop of(String name, String value) {
        return new Prop(name, null, null, value, null, null, null);
    }

    /** A property in a namespace of one's own. */
    public static Prop of(String name, String ns, String value) {
        return new Prop(name, null, ns, value, null, null, null);
    }
}
