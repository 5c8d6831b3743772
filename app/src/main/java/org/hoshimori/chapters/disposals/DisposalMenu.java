package org.hoshimori.chapters.disposals;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Disposals, which everybody enters. */
@Component
@Order(0)
class DisposalMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return List.of(new Link("/disposals", "frame.menu.disposals"));
    }
}
