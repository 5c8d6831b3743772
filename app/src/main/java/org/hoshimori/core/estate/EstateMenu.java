package org.hoshimori.core.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The four registers. */
@Component
@Order(1)
class EstateMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return Arrays.stream(Noun.values())
                .map(n -> new Link("/" + n.path(), "frame.menu." + n.path()))
                .toList();
    }
}
