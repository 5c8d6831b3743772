package org.hoshimori.core.estate;

import java.time.Clock;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The four registers as tables. */
@Configuration
class ItemSheets {

    private final Estate estate;
    private final ItemList list;
    private final Levels levels;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Clock clock;
    private final Vocabulary words;

    ItemSheets(
            Estate estate,
            ItemList list,
            Levels levels,
            PeopleRegister people,
            DepartmentRegister departments,
            Clock clock,
            Vocabulary words) {
        this.estate = estate;
        this.list = list;
        this.levels = levels;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
        this.words = words;
    }

    @Bean
    @Order(3)
    Importable<Item> systemSheet() {
        return of(Noun.SYSTEM);
    }

    @Bean
    @Order(4)
    Importable<Item> siteSheet() {
        return of(Noun.SITE);
    }

    @Bean
    @Order(5)
    Importable<Item> deviceSheet() {
        return of(Noun.DEVICE);
    }

    @Bean
    @Order(6)
    Importable<Item> partySheet() {
        return of(Noun.PARTY);
    }

    private Importable<Item> of(Noun noun) {
        return new ItemSheet(noun, estate, list, levels, people, departments, clock, words);
    }
}
