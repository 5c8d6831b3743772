package org.hoshimori.core.identity;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts log-ins for {@code /metrics}, by what came of them; never by whom. */
@Component
class LogInCounts {

    private static final String NAME = "hoshimori.log.in.attempts";

    private final MeterRegistry registry;

    LogInCounts(MeterRegistry registry) {
        this.registry = registry;
        count("succeeded", 0);
        count("failed", 0);
        count("locked", 0);
    }

    @TransactionalEventListener
    void succeeded(AccountEvent.LoggedIn event) {
        count("succeeded", 1);
    }

    @TransactionalEventListener
    void failed(AccountEvent.LogInFailed event) {
        count("failed", 1);
    }

    @TransactionalEventListener
    void locked(AccountEvent.AccountLocked event) {
        count("locked", 1);
    }

    private void count(String result, int more) {
        registry.counter(NAME, "result", result).increment(more);
    }
}
