package org.hoshimori.core.legal;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The view of legal handling, for those who keep the registers or look into them. */
@Component
@Order(3)
class LegalMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return LegalPages.SEE.stream().anyMatch(permissions::contains)
                ? List.of(new Link("/legal-handling", "frame.menu.legal-handling"))
                : List.of();
    }
}
