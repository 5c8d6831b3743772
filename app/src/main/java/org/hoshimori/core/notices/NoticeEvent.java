package org.hoshimori.core.notices;

import java.util.Map;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What somebody decides about notices that can't be delivered. */
public sealed interface NoticeEvent extends Evident {

    /** What was to be sent. */
    UUID delivery();

    @Override
    default String subject() {
        return "delivery:" + delivery();
    }

    /** Somebody gave up having it delivered; it stands on the person's page all the same. */
    record DeliveryWithdrawn(Actor by, UUID delivery, String person, String failure) implements NoticeEvent {
        @Override
        public String act() {
            return "notice.withdrawn/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("person", person, "failure", failure);
        }
    }
}
