package org.hoshimori.core.hooks;

import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a webhook. */
sealed interface WebhookEvent extends Evident {

    /** Which one. */
    Webhook webhook();

    @Override
    default String subject() {
        return webhook().subject();
    }

    /** From now on it is told. */
    record WebhookMade(Actor by, Webhook webhook) implements WebhookEvent {
        @Override
        public String act() {
            return "webhook.made/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", webhook.name(), "address", webhook.address().toString(), "acts", webhook.acts());
        }
    }

    /** It is told nothing more; what waits for it is dropped. */
    record WebhookEnded(Actor by, Webhook webhook) implements WebhookEvent {
        @Override
        public String act() {
            return "webhook.ended/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", webhook.name());
        }
    }
}
