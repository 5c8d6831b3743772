package org.hoshimori.chapters.logs;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the gateways' logs. */
@Component
@Order(8)
class LogsMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return permissions.contains("logs") || permissions.contains("record")
                ? List.of(new Link("/logs", "frame.menu.logs"))
                : List.of();
    }
}
