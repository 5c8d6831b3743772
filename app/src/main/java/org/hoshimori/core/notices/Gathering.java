package org.hoshimori.core.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the day's digest for each who has something to be told in it; on business days only. */
@Component
class Gathering {

    private final NoticeTable notices;
    private final Deliveries deliveries;
    private final BusinessCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Gathering(
            NoticeTable notices,
            Deliveries deliveries,
            BusinessCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    void all() {
        if (calendar.isBusinessDay(LocalDate.now(clock))) {
            notices.gathering().forEach(this::of);
        }
    }

    private void of(PersonId person) {
        transaction.executeWithoutResult(t -> {
            UUID delivery = deliveries.mail(person, true, clock.instant());
            if (notices.putInto(delivery, person) == 0) {
                // Read meanwhile, or another node was quicker.
                deliveries.end(delivery, Deliveries.End.WITHDRAWN, "", clock.instant());
            }
        });
    }
}
