package org.hoshimori.core.estate;

import org.hoshimori.core.api.Resource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four registers, served. */
@Configuration
class ItemResources {

    private final Estate estate;
    private final ItemList list;

    ItemResources(Estate estate, ItemList list) {
        this.estate = estate;
        this.list = list;
    }

    @Bean
    Resource<ItemTold> systemResource() {
        return new ItemResource(Noun.SYSTEM, estate, list);
    }

    @Bean
    Resource<ItemTold> siteResource() {
        return new ItemResource(Noun.SITE, estate, list);
    }

    @Bean
    Resource<ItemTold> deviceResource() {
        return new ItemResource(Noun.DEVICE, estate, list);
    }

    @Bean
    Resource<ItemTold> partyResource() {
        return new ItemResource(Noun.PARTY, estate, list);
    }
}
