package org.hoshimori.oscal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what profiles import: never over the network, never outside the roots unless a file is mapped to the address. */
final class ImportSources {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final MappedFiles mapped;
    private final List<Path> roots = new ArrayList<>();
    private final Map<String, ? extends OscalDocument> given;
    private final Map<String, Source> opened = new HashMap<>();

    /** A document, the key that tells it from others, and the folder that its relative addresses start from. */
    record Source(
            OscalReader.Loaded loaded, String key, @Nullable Path folder) {

        OscalFormatException error(@Nullable Object directive, String code, String... arguments) {
            int line = directive == null ? 0 : loaded.line(directive);
            return new OscalFormatException(loaded.file(), line, 0, code, arguments);
        }
    }

    ImportSources(ResolveOptions options, @Nullable Path main, Map<String, ? extends OscalDocument> given) {
        this.mapped = new MappedFiles(options.mapping());
        this.given = given;
        List<Path> folders = options.roots().isEmpty() && main != null ? List.of(folder(main)) : options.roots();
        for (Path folder : folders) {
            roots.add(folder.toAbsolutePath().normalize());
            real(folder).ifPresent(roots::add);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Opens a file that the caller named. */
    Source open(Path file) {
        String key = real(file).orElse(file.toAbsolutePath()).toString();
        Source known = opened.get(key);
        if (known == null) {
            known = new Source(OscalReader.load(file.toString(), OscalReader.bytes(file)), key, folder(file));
            opened.put(key, known);
        }
        return known;
    }

    /** What an import of this profile names. */
    Source imported(Source from, Profile profile, Import directive) {
        String href = directive.href();
        OscalDocument inMemory = given.get(href);
        if (inMemory != null) {
            return new Source(OscalReader.Loaded.of(inMemory, href), "memory:" + href, null);
        }
        Path file = mapped.find(href, from.folder());
        if (file != null) {
            return open(file);
        }
        if (href.startsWith("#")) {
            return resource(from, profile, directive);
        }
        return open(located(from, directive, href));
    }

    private Source resource(Source from, Profile profile, Import directive) {
        String uuid = directive.href().substring(1);
        Resource resource = profile.resources().stream()
                .filter(r -> r.uuid().equalsIgnoreCase(uuid))
                .findFirst()
                .orElseThrow(() -> from.error(directive, "oscal.import.no-resource", directive.href()));
        List<Resource.ResourceLink> links = ResourceAddresses.ordered(resource);
        for (Resource.ResourceLink link : links) {
            Path file = mapped.find(link.href(), from.folder());
            if (file != null) {
                return open(file);
            }
        }
        Resource.Base64 carried = resource.base64();
        boolean other = carried != null
                && ResourceAddresses.promise(carried.mediaType(), carried.filename())
                        == ResourceAddresses.Promise.OTHER;
        if (carried != null && !other) {
            return embedded(from, directive, resource, carried);
        }
        return linked(from, directive, links);
    }

    /** The first of these addresses that can be opened here. */
    private Source linked(Source from, Import directive, List<Resource.ResourceLink> links) {
        OscalFormatException first = null;
        for (Resource.ResourceLink link : links) {
            try {
                return open(located(from, directive, link.href()));
            } catch (OscalFormatException e) {
                // What is there but broken is told; what is not meant to be OSCAL, or not there, is passed over.
                if (!e.code().startsWith("oscal.import.")
                        && likely(link)
                        && !e.code().equals("oscal.neither")) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        if (first != null && links.size() == 1) {
            throw first;
        }
        // Without its sign, at which a shell would begin a comment.
        String uuid = directive.href().substring(1);
        String hrefs = String.join(
                ", ", links.stream().map(Resource.ResourceLink::href).toList());
        throw first == null
                ? from.error(directive, "oscal.import.no-address", uuid)
                : from.error(directive, "oscal.import.none-usable", uuid, hrefs);
    }

    private static boolean likely(Resource.ResourceLink link) {
        return ResourceAddresses.promise(link.mediaType(), link.href()).compareTo(ResourceAddresses.Promise.DATA) <= 0;
    }

    private Source embedded(Source from, Import directive, Resource resource, Resource.Base64 content) {
        String key = from.key() + "#" + resource.uuid();
        Source known = opened.get(key);
        if (known == null) {
            byte[] bytes;
            try {
                bytes = Base64.getMimeDecoder().decode(content.value());
            } catch (IllegalArgumentException e) {
                throw from.error(directive, "oscal.import.base64", resource.uuid());
            }
            String name = from.loaded().file() + "#" + resource.uuid();
            known = new Source(OscalReader.load(name, bytes), key, from.folder());
            opened.put(key, known);
        }
        return known;
    }

    private Path located(Source from, Import directive, String href) {
        List<Path> places = places(from, directive, href);
        Path first = places.getFirst();
        if (outside(first)) {
            throw from.error(directive, "oscal.import.outside", href);
        }
        for (Path place : places) {
            Path real = real(place).orElse(null);
            if (real != null && Files.isRegularFile(real) && !outside(place)) {
                // A symbolic link may lead out of the folder that its name stands in.
                if (outside(real)) {
                    throw from.error(directive, "oscal.import.outside", href);
                }
                return real;
            }
        }
        throw from.error(directive, "oscal.import.missing", href);
    }

    private boolean outside(Path path) {
        return roots.stream().noneMatch(path::startsWith);
    }

    /** Where a file of this address may lie: as addresses are written, as composed letters may be, or to the letter. */
    private static List<Path> places(Source from, Import directive, String href) {
        try {
            if (href.startsWith("file:/")) {
                return List.of(Path.of(new URI(href)).toAbsolutePath().normalize());
            }
            String local = href.startsWith("file:") ? href.substring("file:".length()) : href;
            if (SCHEME.matcher(local).matches() || local.startsWith("//")) {
                throw from.error(directive, "oscal.import.not-mapped", href);
            }
            Path folder = from.folder();
            String name = local.replaceFirst("[?#].*$", "");
            if (name.isEmpty() || folder == null) {
                throw from.error(directive, "oscal.import.bad-href", href);
            }
            String decoded = MappedFiles.decoded(name);
            // Some systems keep a letter and its mark as two characters.
            return Stream.of(
                            decoded,
                            Normalizer.normalize(decoded, Normalizer.Form.NFC),
                            Normalizer.normalize(decoded, Normalizer.Form.NFD),
                            local)
                    .map(n -> folder.resolve(n).toAbsolutePath().normalize())
                    .distinct()
                    .toList();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw from.error(directive, "oscal.import.bad-href", href);
        }
    }
}
