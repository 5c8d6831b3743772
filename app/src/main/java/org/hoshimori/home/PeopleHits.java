package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.core.organization.PeopleList;
import org.hoshimori.frame.SearchHits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People who work here. */
@Component
@Order(2)
class PeopleHits implements SearchHits {

    private final PeopleList people;
    private final Clock clock;

    PeopleHits(PeopleList people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String heading() {
        return "frame.menu.people";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        return people.page(new PeopleList.Wish(words, Optional.empty(), false, 1), LocalDate.now(clock)).rows().stream()
                .limit(most)
                .map(p -> new Hit("/people/" + p.id(), p.name(), (p.kana() + " " + p.department()).strip()))
                .toList();
    }
}
