package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OSCAL profile: which controls to take from where, how to arrange them, and what to change. */
public record Profile(
        String uuid,
        Metadata metadata,
        List<Import> imports,
        @Nullable Merge merge,
        List<SetParameter> setParameters,
        List<Alter> alters,
        List<Resource> resources,
        Map<String, Object> extra)
        implements OscalDocument {

    /** Keeps immutable copies. */
    public Profile {
        imports = List.copyOf(imports);
        setParameters = List.copyOf(setParameters);
        alters = List.copyOf(alters);
        resources = List.copyOf(resources);
        extra = Extra.copy(extra);
    }

    /** A profile that keeps the catalogs' own structure. */
    public static Profile of(
            String uuid,
            Metadata metadata,
            List<Import> imports,
            List<SetParameter> setParameters,
            List<Alter> alters) {
        return new Profile(uuid, metadata, imports, Merge.asCatalogsAre(), setParameters, alters, List.of(), Map.of());
    }
}
