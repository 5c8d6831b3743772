package org.hoshimori.core.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many seconds the oldest entry has waited for its seal; 0 while none waits. More than a few mean that nobody seals. */
@Component
class SealerLag implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final JdbcClient sql;
    private final Clock clock;

    SealerLag(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hoshimori.sealer.lag", this, SealerLag::seconds)
                .baseUnit("seconds")
                .description("age of the oldest entry of the record that is not sealed yet")
                .register(registry);
    }

    double seconds() {
        return sql.sql("""
                SELECT time FROM evidence.entry
                 WHERE sequence > coalesce((SELECT sequence FROM evidence.head ORDER BY number DESC LIMIT 1), 0)
                 ORDER BY sequence LIMIT 1""")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(oldest -> Math.max(
                        0, Duration.between(oldest.toInstant(), clock.instant()).toMillis() / MILLIS))
                .orElse(0.0);
    }
}
