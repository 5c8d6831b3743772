package org.hoshimori.core.estate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;

/** What happens to an item of the estate; the subject tells what it is. */
public sealed interface EstateEvent extends Evident {

    /** Which one, as it is then. */
    Item item();

    @Override
    default String subject() {
        return item().subject();
    }

    /** It was entered. */
    record ItemRegistered(Actor by, Item item) implements EstateEvent {
        @Override
        public String act() {
            return "item.registered/1";
        }

        @Override
        public Map<String, Object> detail() {
            return described(item);
        }
    }

    /** What is kept of it was changed. */
    record ItemChanged(Actor by, Item before, Item item) implements EstateEvent {
        @Override
        public String act() {
            return "item.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Difference.of(described(before), described(item));
        }
    }

    /** What the record keeps of an item, by the names of the form's fields. */
    static Map<String, Object> described(Item item) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("itemNumber", item.number());
        words.put("itemName", item.name());
        words.put("sort", item.sort());
        words.put("owner", item.ownedBy().map(p -> "person:" + p).orElse(""));
        words.put("department", item.inDepartment().map(d -> "department:" + d).orElse(""));
        words.put("level", item.level());
        words.put("state", item.state().code());
        words.put("note", item.note());
        return words;
    }
}
