package org.hoshimori.home;

import java.util.List;
import java.util.Locale;
import org.hoshimori.core.regulation.RegulationSearch;
import org.hoshimori.frame.SearchHits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Clauses of the regulation in force. */
@Component
@Order(1)
class RegulationHits implements SearchHits {

    private final RegulationSearch search;

    RegulationHits(RegulationSearch search) {
        this.search = search;
    }

    @Override
    public String heading() {
        return "frame.menu.regulation";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        return search.find(words, locale, most).stream()
                .map(h -> new Hit(h.address(), h.section(), h.words()))
                .toList();
    }
}
