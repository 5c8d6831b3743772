package org.hoshimori.catalog;

import org.jspecify.annotations.Nullable;

/** Words that oblige nobody by themselves: a lead-in, definition, note, heading or list item. */
public record Text(
        String id, Layout layout, Words words, @Nullable String when, boolean space, boolean legal, Origin origin)
        implements Entry {}
