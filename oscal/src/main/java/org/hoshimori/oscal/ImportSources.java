package org.hoshimori.oscal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what profiles import: never over the network, never outside the roots unless a file is mapped to the address. */
final class ImportSources {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final ResolveOptions options;
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
        this.options = options;
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
        Path mapped = options.mapping().get(href);
        if (mapped != null) {
            return open(mapped);
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
        if (resource.base64() != null) {
            return embedded(from, directive, resource, resource.base64());
        }
        for (Resource.ResourceLink link : resource.rlinks()) {
            Path mapped = options.mapping().get(link.href());
            if (mapped != null) {
                return open(mapped);
            }
        }
        OscalFormatException first = null;
        for (Resource.ResourceLink link : resource.rlinks()) {
            try {
                return open(located(from, directive, link.href()));
            } catch (OscalFormatException e) {
                if (!e.code().startsWith("oscal.import.")) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? from.error(directive, "oscal.import.no-address", uuid) : first;
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
        Path path = path(from, directive, href).normalize();
        if (roots.stream().noneMatch(path::startsWith)) {
            throw from.error(directive, "oscal.import.outside", href);
        }
        Path real = real(path).orElseThrow(() -> from.error(directive, "oscal.import.missing", href));
        // A symbolic link may lead out of the folder that its name stands in.
        if (roots.stream().noneMatch(real::startsWith)) {
            throw from.error(directive, "oscal.import.outside", href);
        }
        return real;
    }

    private static Path path(Source from, Import directive, String href) {
        try {
            if (href.startsWith("file:")) {
                return Path.of(new URI(href)).toAbsolutePath();
            }
            if (SCHEME.matcher(href).matches() || href.startsWith("//")) {
                throw from.error(directive, "oscal.import.not-mapped", href);
            }
            Path folder = from.folder();
            String name = href.replaceFirst("[?#].*$", "");
            if (name.isEmpty() || folder == null) {
                throw from.error(directive, "oscal.import.bad-href", href);
            }
            // In a path, unlike in a form, a plus sign is a plus sign.
            String decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
            return folder.resolve(decoded).toAbsolutePath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw from.error(directive, "oscal.import.bad-href", href);
        }
    }
}
