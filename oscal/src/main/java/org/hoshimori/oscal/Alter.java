package org.hoshimori.oscal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile's change of one control: removals first, then additions. */
public record Alter(String controlId, List<Remove> removes, List<Add> adds) {

    /** Keeps immutable copies. */
    public Alter {
        removes = List.copyOf(removes);
        adds = List.copyOf(adds);
    }

    /**
     * Content to add. Position is {@code before}, {@code after}, {@code starting} or {@code ending} (the default) of
     * the parameter or part {@code byId}, or of the whole control.
     */
    public record Add(
            @Nullable String position,
            @Nullable String byId,
            @Nullable String title,
            List<Param> params,
            List<Prop> props,
            List<Link> links,
            List<Part> parts) {

        /** Keeps immutable copies. */
        public Add {
            params = List.copyOf(params);
            props = List.copyOf(props);
            links = List.copyOf(links);
            parts = List.copyOf(parts);
        }

        /** Parts at the end of the control. */
        public static Add parts(List<Part> parts) {
            return new Add("ending", null, null, List.of(), List.of(), List.of(), parts);
        }

        /** Properties at the end of the control. */
        public static Add props(List<Prop> props) {
            return new Add("ending", null, null, List.of(), props, List.of(), List.of());
        }
    }

    /** Params, props, links and parts to remove: those that fulfil every criterion given. */
    public record Remove(
            @Nullable String byName,
            @Nullable String byClass,
            @Nullable String byId,
            @Nullable String byItemName,
            @Nullable String byNs) {

        /** The part or parameter with this id. */
        public static Remove id(String id) {
            return new Remove(null, null, id, null, null);
        }
    }
}
