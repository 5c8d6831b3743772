package org.hoshimori.chapters.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.parameters.ItuParameters;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemList;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.mail.Context;
import org.hoshimori.mail.Inspector;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What inspection is told of the company: its own domains are those of its people's addresses, its correspondents those whose
 * addresses stand in the register of outside parties or whose reported mail was found harmless, and "several" is what the regulation in force says.
 */
@Component
class WhatIsKnown {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_PARTIES = 5_000;
    private static final int MOST_SENDERS = 5_000;
    private static final int SEVERAL = 2;
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    private final PeopleRegister people;
    private final ItemList items;
    private final RegulationInForce regulation;
    private final MailReports reports;
    private final Clock clock;
    private final Context lists = Context.standard();
    private volatile @Nullable Registers read;

    WhatIsKnown(PeopleRegister people, ItemList items, RegulationInForce regulation, MailReports reports, Clock clock) {
        this.people = people;
        this.items = items;
        this.regulation = regulation;
        this.reports = reports;
        this.clock = clock;
    }

    private record Registers(Set<String> own, Set<String> known, Set<String> harmless, Instant at) {}

    Inspector inspector() {
        Registers now = read;
        if (now == null || now.at().plus(FRESH).isBefore(clock.instant())) {
            now = new Registers(
                    people.mailDomains(), parties(), reports.harmlessSenders(MOST_SENDERS), clock.instant());
            read = now;
        }
        return Inspector.with(lists.with(now.own(), now.known(), several()).knowing(now.harmless()));
    }

    /** From how many indicators on the regulation in force asks to be careful. */
    int several() {
        return regulation.now().value(ItuParameters.SEVERAL).map(Long::intValue).orElse(SEVERAL);
    }

    private Set<String> parties() {
        Set<String> known = new HashSet<>();
        List<Item> parties = items.rows(ItemList.Wish.all(Noun.PARTY), MOST_PARTIES, 0);
        for (Item each : parties) {
            Matcher address = ADDRESS.matcher(each.note());
            while (address.find()) {
                known.add(address.group());
            }
        }
        return known;
    }
}
