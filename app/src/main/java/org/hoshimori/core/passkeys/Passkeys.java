package org.hoshimori.core.passkeys;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.FurtherFactor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's passkeys; one of them stands for the second factor. */
@Service
class Passkeys implements FurtherFactor {

    private final PasskeyTable table;
    private final ApplicationEventPublisher events;

    Passkeys(PasskeyTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    List<Passkey> of(PersonId person) {
        return table.of(person);
    }

    @Override
    public boolean heldBy(PersonId person) {
        return table.any(person);
    }

    /** Removes one of one's own; nothing happens if it is gone. */
    @Transactional
    public void remove(PersonId person, UUID id, Actor by) {
        Optional<String> name = table.remove(person, id);
        name.ifPresent(n -> events.publishEvent(new PasskeyEvent.PasskeyRemoved(by, person, n)));
    }

    @Override
    @Transactional
    public boolean forget(PersonId person, Actor by) {
        int gone = table.removeAll(person);
        if (gone > 0) {
            events.publishEvent(new PasskeyEvent.PasskeysTakenAway(by, person, gone));
        }
        return gone > 0;
    }
}
