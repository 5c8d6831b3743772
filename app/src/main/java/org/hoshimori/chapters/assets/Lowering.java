package org.hoshimori.chapters.assets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.approvals.RequestId;

/**
 * A rating with a lower value that somebody has asked for ({@code ast-1.1.b}).
 *
 * @param request by which it is decided, as long as it is open
 */
record Lowering(UUID id, AssetId asset, Rating rating, Optional<RequestId> request) {

    /** Version of the way in which the record is written. */
    static final int PROJECTION = 1;

    /** What the deciders see and decide on. The name is told at display, to those who may know it. */
    Map<String, Object> record(Asset now) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("asset", now.subject());
        record.put("code", now.code());
        put(record, "Before", now.rating().values());
        put(record, "After", rating.values());
        record.put("reason", rating.reason());
        return record;
    }

    private static void put(Map<String, Object> record, String when, Values values) {
        record.put("confidentiality" + when, values.confidentiality());
        record.put("integrity" + when, values.integrity());
        record.put("availability" + when, values.availability());
    }
}
