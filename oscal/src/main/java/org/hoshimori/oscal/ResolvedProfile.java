package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resolved profile: the catalog it stands for, what in it had no effect, and for each parameter set who set it, the
 * last one being the one that holds.
 */
public record ResolvedProfile(
        OscalCatalog catalog, List<ResolutionWarning> warnings, Map<String, List<ParameterOrigin>> settings) {

    /** Keeps immutable copies. */
    public ResolvedProfile {
        warnings = List.copyOf(warnings);
        settings = Map.copyOf(settings);
    }

    /** Who set this parameter last; empty if it is as its catalog has it. */
    public Optional<ParameterOrigin> origin(String parameter) {
        List<ParameterOrigin> all = settings.getOrDefault(parameter, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
