package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings with a lower value in the database; none is ever deleted. */
@Repository
class LoweringTable {

    private final JdbcClient sql;
    private final Clock clock;

    LoweringTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** False if one is open for the asset already. */
    boolean insert(Lowering lowering) {
        Rating rating = lowering.rating();
        return sql.sql("""
                INSERT INTO assets.lowering
                  (id, asset, confidentiality, integrity, availability, importance, reason, answers, state, asked_at)
                VALUES (:id, :asset, :confidentiality, :integrity, :availability, :importance, :reason, :answers, 'asked', :now)
                ON CONFLICT (asset) WHERE state = 'asked' DO NOTHING""")
                        .param("id", lowering.id())
                        .param("asset", lowering.asset().value())
                        .param("confidentiality", rating.values().confidentiality())
                        .param("integrity", rating.values().integrity())
                        .param("availability", rating.values().availability())
                        .param("importance", rating.statedImportance())
                        .param("reason", rating.reason())
                        .param("answers", rating.answers().toArray(String[]::new))
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** False if it was settled before. */
    boolean settle(UUID id, String state) {
        return sql.sql("UPDATE assets.lowering SET state = :state WHERE id = :id AND state = 'asked'")
                        .param("id", id)
                        .param("state", state)
                        .update()
                == 1;
    }

    /** The one that waits for a decision. */
    Optional<Lowering> open(AssetId asset) {
        return sql.sql("SELECT * FROM assets.lowering WHERE asset = :asset AND state = 'asked'")
                .param("asset", asset.value())
                .query((row, n) -> new Lowering(
                        row.getObject("id", UUID.class),
                        asset,
                        new Rating(
                                new Values(
                                        row.getInt("confidentiality"),
                                        row.getInt("integrity"),
                                        row.getInt("availability")),
                                row.getInt("importance"),
                                row.getString("reason"),
                                List.of((String[]) row.getArray("answers").getArray())),
                        Optional.empty()))
                .optional();
    }
}
