package org.hoshimori.chapters.assets;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Finds an asset for a page, under the rights of whoever asks. */
@Component
class AssetsSeen {

    private final Assets assets;

    AssetsSeen(Assets assets) {
        this.assets = assets;
    }

    /** One that may be seen; of any other it is not said whether there is one. */
    Asset seen(AssetId id, Viewer viewer) {
        return assets.find(id).filter(viewer::sees).orElseThrow(() -> new AssetUnknown(id));
    }

    /** One that may be changed. */
    Asset kept(AssetId id, Viewer viewer) {
        Asset asset = seen(id, viewer);
        if (!keeps(viewer, asset)) {
            throw new AccessDeniedException(asset.subject());
        }
        return asset;
    }

    static boolean keeps(Viewer viewer, Asset asset) {
        return asset.state() == Asset.State.IN_USE && viewer.mayKeep(asset.department());
    }
}
