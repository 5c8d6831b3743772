package org.hoshimori.core.notices;

import java.time.Clock;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can't be delivered, and what is done about it. */
@Service
@Transactional
class Undelivered {

    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Undelivered(Deliveries deliveries, ApplicationEventPublisher events, Clock clock) {
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** Tries it at once. */
    boolean tryNow(UUID id) {
        return deliveries.tryNow(id, clock.instant());
    }

    /** Gives it up. */
    void withdraw(UUID id, Actor by) {
        deliveries.stuck(id).ifPresent(stuck -> {
            deliveries.end(id, Deliveries.End.WITHDRAWN, stuck.failure(), clock.instant());
            events.publishEvent(new NoticeEvent.DeliveryWithdrawn(
                    by, id, stuck.recipient().map(Object::toString).orElse(""), stuck.failure()));
        });
    }
}
