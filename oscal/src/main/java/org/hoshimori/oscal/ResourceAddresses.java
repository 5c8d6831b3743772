package org.hoshimori.oscal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which order to try the addresses of a resource that a profile imports: it may name the catalog in several formats,
 * and a page or a PDF about it besides.
 */
final class ResourceAddresses {

    /** What an address says of what is there. */
    enum Promise {
        /** OSCAL's own media type. */
        OSCAL,
        /** JSON, XML or YAML. */
        DATA,
        NOTHING,
        /** A media type that no OSCAL document has. */
        OTHER
    }

    private ResourceAddresses() {}

    /** The likeliest first, those alike as they are written. */
    static List<Resource.ResourceLink> ordered(Resource resource) {
        return resource.rlinks().stream()
                .sorted(Comparator.comparing(r -> promise(r.mediaType(), r.href())))
                .toList();
    }

    static Promise promise(@Nullable String mediaType, @Nullable String name) {
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        if (type.contains("oscal")) {
            return Promise.OSCAL;
        }
        if (type.contains("json") || type.contains("yaml") || (type.contains("xml") && !type.contains("html"))) {
            return Promise.DATA;
        }
        String file = name == null ? "" : name.replaceFirst("[?#].*$", "").toLowerCase(Locale.ROOT);
        boolean data = List.of(".json", ".xml", ".yaml", ".yml").stream().anyMatch(file::endsWith);
        boolean unsaid = type.isEmpty() || type.startsWith("text/plain") || type.startsWith("application/octet-stream");
        if (unsaid) {
            return data ? Promise.DATA : Promise.NOTHING;
        }
        return Promise.OTHER;
    }
}
