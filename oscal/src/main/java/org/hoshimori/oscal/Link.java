package org.hoshimori.oscal;

import org.jspecify.annotations.Nullable;

/** A reference: to a resource or control of the same document ({@code #id}) or to an address; text is Markdown. */
public record Link(
        String href,
        @Nullable String rel,
        @Nullable String mediaType,
        @Nullable String resourceFragment,
        @Nullable String text) {

    /** A link with a relation such as {@code related} or {@code reference}. */
    public static Link of(String href, String rel) {
        return new Link(href, rel, null, null, null);
    }
}
