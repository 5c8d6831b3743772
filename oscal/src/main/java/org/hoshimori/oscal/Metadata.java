package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document's metadata. Dates are ISO 8601 with a zone; {@code others} holds roles, parties, revisions and the like as
 * OSCAL's JSON has them.
 */
public record Metadata(
        String title,
        @Nullable String published,
        String lastModified,
        String version,
        String oscalVersion,
        List<Prop> props,
        List<Link> links,
        @Nullable String remarks,
        Map<String, Object> others) {

    /** The OSCAL version that this library writes for documents it makes itself. */
    public static final String OSCAL_VERSION = "1.1.3";

    /** Keeps immutable copies. */
    public Metadata {
        props = List.copyOf(props);
        links = List.copyOf(links);
        others = Extra.copy(others);
    }

    /** Metadata with what OSCAL demands. */
    public static Metadata of(String title, String lastModified, String version) {
        return new Metadata(title, null, lastModified, version, OSCAL_VERSION, List.of(), List.of(), null, Map.of());
    }

    /** The same metadata with these properties and links. */
    public Metadata with(List<Prop> newProps, List<Link> newLinks) {
        return new Metadata(title, published, lastModified, version, oscalVersion, newProps, newLinks, remarks, others);
    }

    Metadata modifiedAt(String instant) {
        return new Metadata(title, published, instant, version, oscalVersion, props, links, remarks, others);
    }
}
