package org.hoshimori.chapters.assets;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such asset, or none that whoever asks may see: which of the two, nobody is told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class AssetUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names what was asked for. */
    public AssetUnknown(AssetId asked) {
        super(asked.toString());
    }
}
