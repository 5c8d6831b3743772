package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A back-matter resource: an outside document, by addresses or carried along in base64. */
public record Resource(
        String uuid,
        @Nullable String title,
        @Nullable String description,
        List<Prop> props,
        List<ResourceLink> rlinks,
        @Nullable Base64 base64,
        @Nullable String remarks,
        Map<String, Object> extra) {

    /** Keeps immutable copies. */
    public Resource {
        props = List.copyOf(props);
        rlinks = List.copyOf(rlinks);
        extra = Extra.copy(extra);
    }

    /** A resource found at one address. */
    public static Resource of(String uuid, String title, String href) {
        return new Resource(
                uuid, title, null, List.of(), List.of(new ResourceLink(href, null, Map.of())), null, null, Map.of());
    }

    /** Where a resource can be found; {@code extra} holds hashes. */
    public record ResourceLink(String href, @Nullable String mediaType, Map<String, Object> extra) {

        /** Keeps an immutable copy. */
        public ResourceLink {
            extra = Extra.copy(extra);
        }
    }

    /** A resource's content in the document itself. */
    public record Base64(
            @Nullable String filename, @Nullable String mediaType, String value) {}
}
