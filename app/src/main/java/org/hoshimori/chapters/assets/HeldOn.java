package org.hoshimori.chapters.assets;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.Noun;
import org.springframework.stereotype.Component;

/** Systems, devices, places and providers that hold assets, by what people call them. */
@Component
class HeldOn {

    private static final List<Noun> NOUNS = List.of(Noun.SYSTEM, Noun.DEVICE, Noun.SITE, Noun.PARTY);

    private final Estate estate;

    HeldOn(Estate estate) {
        this.estate = estate;
    }

    /** Those that bear these numbers, by number; a number is one system's before it is a device's. */
    Map<String, ItemId> numbered(Collection<String> numbers) {
        Set<String> open = new LinkedHashSet<>(numbers);
        Map<String, ItemId> found = new LinkedHashMap<>();
        for (Noun noun : NOUNS) {
            if (!open.isEmpty()) {
                estate.numbered(noun, open).forEach((number, item) -> found.put(number, item.id()));
                open.removeAll(found.keySet());
            }
        }
        return found;
    }

    /** All that may be meant by these numbers or names, by what was said. */
    Map<String, List<ItemId>> meant(Collection<String> numbersOrNames) {
        Map<String, List<ItemId>> meant = new LinkedHashMap<>();
        numbered(numbersOrNames).forEach((number, item) -> meant.put(number, List.of(item)));
        List<String> names =
                numbersOrNames.stream().filter(n -> !meant.containsKey(n)).toList();
        estate.called(NOUNS, names).stream()
                .collect(Collectors.groupingBy(Item::name, Collectors.mapping(Item::id, Collectors.toList())))
                .forEach(meant::putIfAbsent);
        return meant;
    }

    /** The numbers of these. */
    Map<ItemId, String> numbers(Collection<ItemId> ids) {
        return estate.find(ids).values().stream().collect(Collectors.toMap(Item::id, Item::number));
    }
}
