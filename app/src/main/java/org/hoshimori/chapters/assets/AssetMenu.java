package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The register, which everybody keeps a part of. */
@Component
@Order(0)
class AssetMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return List.of(new Link("/assets", "frame.menu.assets"));
    }
}
