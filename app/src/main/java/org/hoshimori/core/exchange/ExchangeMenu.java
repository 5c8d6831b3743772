package org.hoshimori.core.exchange;

import java.util.List;
import java.util.Set;
import org.hoshimori.frame.MenuEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tables in and out, for whoever may change a register. */
@Component
@Order(9)
class ExchangeMenu implements MenuEntry {

    private final Registers registers;

    ExchangeMenu(Registers registers) {
        this.registers = registers;
    }

    @Override
    public List<Link> links(Set<String> permissions) {
        return registers.any(permissions) ? List.of(new Link("/exchange", "frame.menu.exchange")) : List.of();
    }
}
