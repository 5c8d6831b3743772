package org.hoshimori.chapters.backups;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Backup plans. Who answers for one without keeping all comes from the first page. */
@Component
@Order(5)
class BackupsMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return permissions.contains("backups")
                ? List.of(new Link("/backup-plans", "frame.menu.backup-plans"))
                : List.of();
    }
}
