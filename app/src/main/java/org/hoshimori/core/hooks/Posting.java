package org.hoshimori.core.hooks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what is due, one after another; what is not taken is told again, ever more seldom, for three days. */
final class Posting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3);

    private final WebhookTable table;
    private final Outbox outbox;
    private final Signing signing;
    private final Reachable reachable;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Posting(WebhookTable table, Outbox outbox, Signing signing, Reachable reachable, Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.signing = signing;
        this.reachable = reachable;
        this.clock = clock;
    }

    /** Everything that is due now. */
    void all() {
        Instant begun = clock.instant();
        Optional<Outbox.Delivery> next = outbox.take(begun);
        while (next.isPresent()) {
            one(next.get());
            next = outbox.take(begun);
        }
        outbox.forget(begun);
    }

    private void one(Outbox.Delivery delivery) {
        Optional<Webhook> webhook =
                table.find(delivery.webhook()).filter(w -> w.endedAt().isEmpty());
        if (webhook.isEmpty()) {
            outbox.end(delivery.id(), "dropped", "");
            return;
        }
        String failure = reachable.may(webhook.get().address())
                ? posted(webhook.get(), delivery)
                : "the address is not one that may be told";
        if (failure.isEmpty()) {
            outbox.end(delivery.id(), "sent", "");
            return;
        }
        Instant now = clock.instant();
        if (delivery.toldAt().plus(LONGEST).isBefore(now)) {
            LOG.warn("a webhook can't be told ({}): {}", webhook.get().id(), failure);
            outbox.end(delivery.id(), "undeliverable", failure);
        } else {
            outbox.again(delivery.id(), failure, now.plus(pause(delivery.tries())));
        }
    }

    /** Nothing where it was taken. */
    private String posted(Webhook webhook, Outbox.Delivery delivery) {
        long second = clock.instant().getEpochSecond();
        try {
            HttpRequest request = HttpRequest.newBuilder(webhook.address())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Hoshimori")
                    .header("Hoshimori-Delivery", delivery.id().toString())
                    .header("Hoshimori-Timestamp", Long.toString(second))
                    .header("Hoshimori-Signature", signing.signature(webhook.id(), second, delivery.body()))
                    .POST(HttpRequest.BodyPublishers.ofString(delivery.body(), StandardCharsets.UTF_8))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? "" : "HTTP " + status;
        } catch (IOException | IllegalArgumentException e) {
            return e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** After each failure twice as long, to an hour. */
    static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        http.close();
    }
}
