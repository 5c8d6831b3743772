package org.hoshimori.oscal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile's setting of a parameter: values or a choice replace what was there, label and usage too; everything else
 * is added.
 */
public record SetParameter(
        String paramId,
        @Nullable String className,
        @Nullable String dependsOn,
        List<Prop> props,
        List<Link> links,
        @Nullable String label,
        @Nullable String usage,
        List<Param.Constraint> constraints,
        List<Param.Guideline> guidelines,
        List<String> values,
        Param.@Nullable Select select) {

    /** Keeps immutable copies. */
    public SetParameter {
        props = List.copyOf(props);
        links = List.copyOf(links);
        constraints = List.copyOf(constraints);
        guidelines = List.copyOf(guidelines);
        values = List.copyOf(values);
    }

    /** Sets values. */
    public static SetParameter values(String paramId, List<String> values) {
        return new SetParameter(
                paramId, null, null, List.of(), List.of(), null, null, List.of(), List.of(), values, null);
    }
}
