package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a profile arranges what it imports: as the catalogs do, flat (the default), or in groups of its own. */
public record Merge(
        @Nullable String combine,
        @Nullable Boolean asIs,
        boolean flat,
        @Nullable Custom custom) {

    /** The catalogs' own structure. */
    public static Merge asCatalogsAre() {
        return new Merge(null, true, false, null);
    }

    /** A structure of the profile's own; controls that it doesn't name are left out. */
    public record Custom(List<CustomGroup> groups, List<InsertControls> insertControls) {

        /** Keeps immutable copies. */
        public Custom {
            groups = List.copyOf(groups);
            insertControls = List.copyOf(insertControls);
        }
    }

    /** A group of the profile's own. */
    public record CustomGroup(
            @Nullable String id,
            @Nullable String className,
            String title,
            List<Param> params,
            List<Prop> props,
            List<Link> links,
            List<Part> parts,
            List<CustomGroup> groups,
            List<InsertControls> insertControls,
            Map<String, Object> extra) {

        /** Keeps immutable copies. */
        public CustomGroup {
            params = List.copyOf(params);
            props = List.copyOf(props);
            links = List.copyOf(links);
            parts = List.copyOf(parts);
            groups = List.copyOf(groups);
            insertControls = List.copyOf(insertControls);
            extra = Extra.copy(extra);
        }
    }

    /** Imported controls to stand here; order is {@code keep}, {@code ascending} or {@code descending} (by id). */
    public record InsertControls(
            @Nullable String order,
            boolean includeAll,
            List<Import.Selection> includes,
            List<Import.Selection> excludes) {

        /** Keeps immutable copies. */
        public InsertControls {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }
    }
}
