package org.hoshimori.core.approvals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A room that asks for approval: of purchases, which it writes one way in version 1 and another in version 2. */
@Component
class TestMatter implements Approvable {

    static final String KIND = "test-purchase";

    /** Subject to price. */
    final Map<String, Integer> prices = new ConcurrentHashMap<>();

    /** What became of requests. */
    final Map<RequestId, State> settled = new ConcurrentHashMap<>();

    @EventListener
    void settled(ApprovalEvent.Settled event) {
        if (event.kind().equals(KIND)) {
            settled.put(event.request(), event.state());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Map<String, Object>> record(String subject, int projection) {
        return Optional.ofNullable(prices.get(subject))
                .map(price -> projection == 1
                        ? Map.of("what", subject, "price", price)
                        : Map.of("what", subject, "price", price, "currency", "JPY"));
    }

    @Override
    public List<String> members() {
        return List.of("what", "price");
    }

    @Override
    public String title(Map<String, Object> record, Locale locale) {
        return "購入: " + record.get("what");
    }
}
