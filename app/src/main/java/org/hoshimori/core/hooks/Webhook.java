package org.hoshimori.core.hooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somewhere that is told.
 *
 * @param acts of which it is told, without their versions; a kind with a dot at its end means all of it ({@code approval.})
 */
record Webhook(UUID id, String name, URI address, List<String> acts, Instant madeAt, Optional<Instant> endedAt) {

    /** Keeps its own copy. */
    Webhook {
        acts = List.copyOf(acts);
    }

    /** As the record names it. */
    String subject() {
        return "webhook:" + id;
    }

    /** Whether it wants to be told of an act. */
    boolean wants(String act) {
        String plain = act.replaceFirst("/\\d+$", "");
        return acts.stream().anyMatch(a -> a.endsWith(".") ? plain.startsWith(a) : plain.equals(a));
    }
}
