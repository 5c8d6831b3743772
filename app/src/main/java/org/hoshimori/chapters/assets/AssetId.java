package org.hoshimori.chapters.assets;

import java.util.UUID;

/** An asset's id, never given to another one. */
public record AssetId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static AssetId of(String text) {
        return new AssetId(UUID.fromString(text));
    }

    /** One for an asset that is still to be entered. */
    public static AssetId next() {
        return new AssetId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
