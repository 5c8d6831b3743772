package org.hoshimori.chapters.processing;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The log, where the regulation in force wants one. */
@Component
@Order(6)
class LogMenu implements MenuEntry {

    private final Applicable applicable;

    LogMenu(Applicable applicable) {
        this.applicable = applicable;
    }

    @Override
    public List<Link> links(Set<String> permissions) {
        return applicable.now() ? List.of(new Link("/processing", "frame.menu.processing")) : List.of();
    }
}
