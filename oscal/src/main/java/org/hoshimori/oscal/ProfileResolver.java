package org.hoshimori.oscal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves profiles to catalogs as NIST's OSCAL Profile Resolution specification says: select, merge, modify. Cyclic
 * imports and imports that can't be opened are errors; directives without effect are warnings.
 */
public final class ProfileResolver {

    private static final String TOOL = "Hoshimori";

    private final ResolveOptions options;
    private final ImportSources sources;
    private final Map<String, ResolvedProfile> resolved = new HashMap<>();

    private ProfileResolver(ResolveOptions options, ImportSources sources) {
        this.options = options;
        this.sources = sources;
    }

    /**
     * Resolves a profile file; a catalog file comes back as it is.
     *
     * @throws OscalFormatException if the file or one it imports is no catalog or profile, can't be opened, or imports
     *     itself
     */
    public static ResolvedProfile resolve(Path file, ResolveOptions options) {
        ImportSources sources = new ImportSources(options, file, Map.of());
        return new ProfileResolver(options, sources).resolve(sources.open(file), List.of());
    }

    /**
     * Resolves a profile held in memory over documents held in memory, by the {@code href} of its imports.
     *
     * @throws OscalFormatException if an import is not among them nor mapped to a file
     */
    public static ResolvedProfile resolve(
            Profile profile, Map<String, ? extends OscalDocument> imports, ResolveOptions options) {
        ImportSources sources = new ImportSources(options, null, imports);
        OscalReader.Loaded loaded = OscalReader.Loaded.of(profile, "profile " + profile.uuid());
        return new ProfileResolver(options, sources)
                .resolve(new ImportSources.Source(loaded, "memory", null), List.of());
    }

    private ResolvedProfile resolve(ImportSources.Source source, List<String> chain) {
        return switch (source.loaded().document()) {
            case OscalCatalog catalog -> new ResolvedProfile(catalog, List.of(), Map.of());
            case Profile profile -> {
                ResolvedProfile known = resolved.get(source.key());
                if (known == null) {
                    known = resolve(source, profile, chain);
                    resolved.put(source.key(), known);
                }
                yield known;
            }
        };
    }

    private ResolvedProfile resolve(ImportSources.Source source, Profile profile, List<String> chain) {
        if (profile.imports().isEmpty()) {
            throw source.error(null, "oscal.import.none");
        }
        List<String> here = new ArrayList<>(chain);
        here.add(source.key());
        List<ResolutionWarning> warnings = new ArrayList<>(source.loaded().unknown());
        List<Structuring.Picked> picked = new ArrayList<>();
        List<Resource> resources = new ArrayList<>();
        Combining combining = new Combining(combine(profile));
        Map<String, List<ParameterOrigin>> settings = new HashMap<>();
        for (Import directive : profile.imports()) {
            ResolvedProfile imported = imported(source, profile, directive, here);
            Picking picking = Picking.of(directive, imported.catalog());
            picking.unknown()
                    .forEach(id ->
                            warnings.add(warning(source, directive, "oscal.warn.not-selected", id, directive.href())));
            picking.unmatched()
                    .forEach(pattern ->
                            warnings.add(warning(source, directive, "oscal.warn.no-match", pattern, directive.href())));
            picked.add(new Structuring.Picked(imported.catalog(), picking, source));
            resources.addAll(imported.catalog().resources());
            addSettings(settings, imported, picking, combining.firstCounts());
            imported.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
        }
        resources.addAll(profile.resources());

        Modifying modifying = new Modifying(source.loaded(), profile, warnings);
        Structuring.Body body = modifying.apply(structured(source, profile, picked, combining, warnings));
        modifying
                .origins()
                .forEach((id, origins) ->
                        settings.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(origins));
        OscalCatalog catalog = Finishing.finish(
                identity(profile, picked), metadata(source, profile), body, resources, customIds(profile), profile);
        warnDuplicates(source, catalog, warnings);
        return new ResolvedProfile(catalog, warnings, copied(settings));
    }

    private ResolvedProfile imported(
            ImportSources.Source source, Profile profile, Import directive, List<String> chain) {
        ImportSources.Source from = sources.imported(source, profile, directive);
        if (chain.contains(from.key())) {
            List<String> names = new ArrayList<>(chain.subList(chain.indexOf(from.key()), chain.size()));
            names.add(from.key());
            throw source.error(
                    directive,
                    "oscal.import.cycle",
                    String.join(
                            " → ",
                            names.stream().map(ProfileResolver::shortName).toList()));
        }
        if (chain.size() > Limits.IMPORTS_DEEP) {
            throw source.error(directive, "oscal.import.too-deep", Integer.toString(Limits.IMPORTS_DEEP));
        }
        return resolve(from, chain);
    }

    private static String shortName(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String combine(Profile profile) {
        Merge merge = profile.merge();
        String method = merge == null ? null : merge.combine();
        return method == null ? "keep" : method;
    }

    private static Structuring.Body structured(
            ImportSources.Source source,
            Profile profile,
            List<Structuring.Picked> picked,
            Combining combining,
            List<ResolutionWarning> warnings) {
        Structuring structuring = new Structuring(combining);
        Merge merge = profile.merge();
        if (merge != null && Boolean.TRUE.equals(merge.asIs())) {
            return structuring.asIs(picked);
        }
        if (merge == null || merge.custom() == null) {
            return structuring.flat(picked);
        }
        Set<String> unknown = new LinkedHashSet<>();
        Structuring.Body body = structuring.custom(picked, merge.custom(), unknown);
        unknown.forEach(id -> warnings.add(warning(source, null, "oscal.warn.not-selected", id, "merge")));
        Set<String> unplaced = new LinkedHashSet<>();
        picked.forEach(p ->
                p.catalog().allControls().stream().filter(p.picking()::contains).forEach(c -> unplaced.add(c.id())));
        body.groups().forEach(g -> placed(g, unplaced));
        body.controls().forEach(c -> placed(c, unplaced));
        if (!unplaced.isEmpty()) {
            String count = Integer.toString(unplaced.size());
            warnings.add(warning(source, null, "oscal.warn.unplaced", count, String.join(", ", unplaced)));
        }
        return body;
    }

    private static void placed(Group group, Set<String> open) {
        group.groups().forEach(g -> placed(g, open));
        group.controls().forEach(c -> placed(c, open));
    }

    private static void placed(Control control, Set<String> open) {
        open.remove(control.id());
        control.controls().forEach(c -> placed(c, open));
    }

    private static Set<String> customIds(Profile profile) {
        Set<String> ids = new HashSet<>();
        Merge merge = profile.merge();
        if (merge != null && merge.custom() != null) {
            merge.custom().groups().forEach(g -> collect(g, ids));
        }
        return ids;
    }

    private static void collect(Merge.CustomGroup group, Set<String> ids) {
        group.params().forEach(p -> ids.add(p.id()));
        group.groups().forEach(g -> collect(g, ids));
    }

    /** What an imported profile set counts here for the controls taken from it. */
    private static void addSettings(
            Map<String, List<ParameterOrigin>> settings,
            ResolvedProfile imported,
            Picking picking,
            boolean firstCounts) {
        if (imported.settings().isEmpty()) {
            return;
        }
        Set<String> held = new HashSet<>();
        for (Control control : imported.catalog().allControls()) {
            if (!picking.contains(control)) {
                control.params().forEach(p -> held.add(p.id()));
            }
        }
        imported.settings().forEach((id, origins) -> {
            boolean overruled = firstCounts && settings.containsKey(id);
            if (!held.contains(id) && !overruled) {
                settings.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(origins);
            }
        });
    }

    private static Map<String, List<ParameterOrigin>> copied(Map<String, List<ParameterOrigin>> settings) {
        Map<String, List<ParameterOrigin>> copy = new LinkedHashMap<>();
        settings.forEach((id, origins) -> copy.put(id, List.copyOf(origins)));
        return copy;
    }

    private static void warnDuplicates(
            ImportSources.Source source, OscalCatalog catalog, List<ResolutionWarning> warnings) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        catalog.allControls().forEach(c -> {
            if (!seen.add(c.id())) {
                twice.add(c.id());
            }
        });
        twice.forEach(id -> warnings.add(warning(source, null, "oscal.warn.duplicate", id)));
    }

    private static ResolutionWarning warning(
            ImportSources.Source source, @Nullable Object directive, String code, String... arguments) {
        int line = directive == null ? 0 : source.loaded().line(directive);
        return new ResolutionWarning(source.loaded().file(), line, code, List.of(arguments));
    }

    private String now() {
        return options.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private Metadata metadata(ImportSources.Source source, Profile profile) {
        Metadata metadata = profile.metadata();
        List<Prop> props = new ArrayList<>();
        props.add(Prop.of("resolution-tool", TOOL));
        props.addAll(metadata.props());
        List<Link> links = new ArrayList<>();
        String file = shortName(source.loaded().file());
        String href = source.folder() == null ? "urn:uuid:" + profile.uuid() : encoded(file);
        links.add(Link.of(href, "source-profile"));
        links.addAll(metadata.links());
        return metadata.modifiedAt(now()).with(props, links);
    }

    private static String encoded(String file) {
        return URLEncoder.encode(file, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%23", "#");
    }

    /** The same inputs at the same instant give the same identifier. */
    private String identity(Profile profile, List<Structuring.Picked> picked) {
        StringBuilder name = new StringBuilder(profile.uuid()).append(' ').append(now());
        picked.forEach(p -> name.append(' ').append(p.catalog().uuid()));
        return NameUuid.of(name.toString());
    }
}
