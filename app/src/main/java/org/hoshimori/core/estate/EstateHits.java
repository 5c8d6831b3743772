package org.hoshimori.core.estate;

import java.util.List;
import java.util.Locale;
import org.hoshimori.frame.SearchHits;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Systems, sites, devices and parties by name, number or note. */
@Component
@Order(5)
class EstateHits implements SearchHits {

    private final Items items;
    private final MessageSource messages;

    EstateHits(Items items, MessageSource messages) {
        this.items = items;
        this.messages = messages;
    }

    @Override
    public String heading() {
        return "frame.menu.estate";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        return items.named(words, most).stream()
                .map(i -> new Hit(
                        "/" + i.noun().path() + "/" + i.id(),
                        i.name(),
                        i.number() + " "
                                + messages.getMessage("sort." + i.noun().code() + "." + i.sort(), null, locale)))
                .toList();
    }
}
