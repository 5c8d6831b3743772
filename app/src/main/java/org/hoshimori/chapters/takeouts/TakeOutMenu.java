package org.hoshimori.chapters.takeouts;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Taking out, which everybody may ask for. */
@Component
@Order(0)
class TakeOutMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return List.of(new Link("/take-outs", "frame.menu.take-outs"));
    }
}
