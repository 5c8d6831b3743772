package org.hoshimori.chapters.mail;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everybody's way to ask about a mail. */
@Component
@Order(1)
class MailMenu implements MenuEntry {

    @Override
    public List<Link> links(Set<String> permissions) {
        return List.of(new Link("/mail-check", "frame.menu.mail-check"));
    }
}
