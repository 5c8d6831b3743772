package org.hoshimori.core.estate;

import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;

/** A system, a site, a device or a party, as the API tells it. */
record ItemTold(
        UUID id,
        String itemNumber,
        String itemName,
        String sort,
        Optional<UUID> owner,
        Optional<UUID> department,
        int level,
        Item.State state,
        String note,
        int version) {

    static ItemTold of(Item item) {
        return new ItemTold(
                item.id().value(),
                item.number(),
                item.name(),
                item.sort(),
                item.ownedBy().map(PersonId::value),
                item.inDepartment().map(DepartmentId::value),
                item.level(),
                item.state(),
                item.note(),
                item.version());
    }
}
