package org.hoshimori.core.handovers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.core.organization.LeaverItems;
import org.hoshimori.core.organization.Leaving;
import org.hoshimori.core.organization.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What people hold in all rooms. */
@Component
class Holdings implements Leaving {

    /** Rooms that keep things may know people, who are asked whether they may leave. */
    private final ObjectProvider<LeaverItems> rooms;

    private final Promises promises;

    Holdings(ObjectProvider<LeaverItems> rooms, Promises promises) {
        this.rooms = rooms;
        this.promises = promises;
    }

    Stream<LeaverItems> rooms() {
        return rooms.orderedStream();
    }

    /** What each of these holds after a day of his or her own; who holds nothing then is left out. */
    Map<PersonId, List<LeaverItems.Item>> after(Map<PersonId, LocalDate> days) {
        Map<PersonId, List<LeaverItems.Item>> held = new HashMap<>();
        rooms().forEach(room -> room.held(days)
                .forEach((person, items) ->
                        held.computeIfAbsent(person, p -> new ArrayList<>()).addAll(items)));
        return held;
    }

    /** What somebody holds after a day. */
    List<LeaverItems.Item> after(PersonId person, LocalDate day) {
        return after(Map.of(person, day)).getOrDefault(person, List.of());
    }

    @Override
    public boolean leavesOwnerless(PersonId person, LocalDate lastDay) {
        return promises.of(person).isEmpty() && !after(person, lastDay).isEmpty();
    }
}
