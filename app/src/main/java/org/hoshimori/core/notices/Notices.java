package org.hoshimori.core.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something, in the caller's transaction: if that is rolled back, nobody was told. */
@Service
@Transactional
public class Notices {

    private final NoticeTable notices;
    private final Deliveries deliveries;
    private final Preferences preferences;
    private final Clock clock;

    Notices(NoticeTable notices, Deliveries deliveries, Preferences preferences, Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** Tells somebody; false if he or she was told under this key before. */
    public boolean tell(Notice notice) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        if (!notices.insert(id, notice, now)) {
            return false;
        }
        switch (preferences.of(notice.person()).mailOf(notice)) {
            case AT_ONCE -> {
                UUID delivery = deliveries.mail(notice.person(), false, now);
                notices.deliver(id, delivery);
            }
            case DIGEST -> notices.gather(id);
            case NONE -> {}
        }
        return true;
    }

    /**
     * Tells the company's channel, where one is set: what everybody in it may know, and no person's business.
     *
     * @return false if it was told under this key before
     */
    public boolean announce(String key, String message, String address, Argument... arguments) {
        if (!Notice.local(address)) {
            throw new IllegalArgumentException(address);
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        boolean told = notices.insert(id, Optional.empty(), key, message, List.of(arguments), address, now);
        if (told) {
            notices.deliver(id, deliveries.channel(now));
        }
        return told;
    }
}
