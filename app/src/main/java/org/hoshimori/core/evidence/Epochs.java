package org.hoshimori.core.evidence;

import java.util.HashMap;
import java.util.Map;
import org.hoshimori.proof.EpochStart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows the epoch that entries belong to now. */
@Repository
class Epochs {

    private final JdbcClient sql;

    Epochs(JdbcClient sql) {
        this.sql = sql;
    }

    /** An epoch and the sequence of its first entry. */
    record Epoch(int number, long first) {}

    /** The first sequence of each epoch. */
    Map<Integer, Long> starts() {
        Map<Integer, Long> starts = new HashMap<>(Map.of(1, 1L));
        sql.sql("SELECT epoch, sequence FROM evidence.entry WHERE act = :act ORDER BY sequence")
                .param("act", EpochStart.ACT)
                .query(row -> {
                    starts.putIfAbsent(row.getInt("epoch"), row.getLong("sequence"));
                });
        return starts;
    }

    /** How many entries there are of an epoch. */
    long held(int number) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE epoch = :epoch")
                .param("epoch", number)
                .query(Long.class)
                .single();
    }

    Epoch current() {
        return sql.sql("SELECT epoch, sequence FROM evidence.entry WHERE act = :act ORDER BY sequence DESC LIMIT 1")
                .param("act", EpochStart.ACT)
                .query((row, n) -> new Epoch(row.getInt("epoch"), row.getLong("sequence")))
                .optional()
                .orElse(new Epoch(1, 1));
    }
}
