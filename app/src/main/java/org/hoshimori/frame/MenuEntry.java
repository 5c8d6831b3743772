package org.hoshimori.frame;

import java.util.List;
import java.util.Set;

/** What a room adds to the menu of registers. Any room may implement it; {@code @Order} tells the place. */
public interface MenuEntry {

    /**
     * A line of the menu.
     *
     * @param address of the page, which is current on all pages below it
     * @param name message code of what the link says
     */
    record Link(String address, String name) {}

    /** The lines for somebody with these permissions: what one may not use isn't shown. */
    List<Link> links(Set<String> permissions);
}
