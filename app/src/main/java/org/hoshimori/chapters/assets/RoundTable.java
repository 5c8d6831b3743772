package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inventory rounds in the database; none is ever deleted. */
@Repository
class RoundTable {

    /** Rows of a page. */
    static final int PAGE = 100;

    private static final String ROUNDS = """
            SELECT r.id, r.department, r.opened_at, r.opened_by, r.closed_at, r.note, coalesce(w.answer, '') AS answer,
                   count(w.asset) AS n
              FROM assets.round r LEFT JOIN assets.round_row w ON w.round = r.id""";
    private static final String GROUPED = " GROUP BY r.id, coalesce(w.answer, '') ORDER BY r.opened_at DESC, r.id";

    private final JdbcClient sql;
    private final Clock clock;

    RoundTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A row as a page shows it, with whether the round before left it open, too. */
    record Row(Asset asset, String answer, boolean leftBefore) {}

    /** False if one is open for the department already. */
    boolean open(UUID id, DepartmentId department, String by) {
        boolean opened = sql.sql("""
                INSERT INTO assets.round (id, department, opened_at, opened_by) VALUES (:id, :department, :now, :by)
                ON CONFLICT (department) WHERE closed_at IS NULL DO NOTHING""")
                        .param("id", id)
                        .param("department", department.value())
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .update()
                == 1;
        if (opened) {
            sql.sql("""
                    INSERT INTO assets.round_row (round, asset)
                    SELECT :id, id FROM assets.asset WHERE department = :department AND state = 'in-use'""").param("id", id).param("department", department.value()).update();
        }
        return opened;
    }

    /** False if it was closed before. */
    boolean close(UUID id, String note, String by) {
        return sql.sql("""
                UPDATE assets.round SET closed_at = :now, closed_by = :by, note = :note
                 WHERE id = :id AND closed_at IS NULL""")
                        .param("id", id)
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("note", note)
                        .update()
                == 1;
    }

    /** Those of these to which nothing was said before in the open round. */
    List<AssetId> answer(UUID round, Collection<AssetId> assets, Round.Answer answer) {
        return sql.sql("""
                UPDATE assets.round_row w SET answer = :answer FROM assets.round r
                 WHERE w.round = :round AND r.id = :round AND r.closed_at IS NULL
                   AND w.asset = ANY (:assets) AND w.answer IS NULL
                RETURNING w.asset""")
                .param("round", round)
                .param("assets", assets.stream().map(AssetId::value).toArray(UUID[]::new))
                .param("answer", answer.code())
                .query((row, n) -> new AssetId(row.getObject("asset", UUID.class)))
                .list();
    }

    /** Assets of which nothing was said in a round, by code. */
    List<AssetId> waiting(UUID round) {
        return sql.sql("""
                SELECT w.asset FROM assets.round_row w JOIN assets.asset a ON a.id = w.asset
                 WHERE w.round = :round AND w.answer IS NULL ORDER BY a.code""")
                .param("round", round)
                .query((row, n) -> new AssetId(row.getObject("asset", UUID.class)))
                .list();
    }

    /** The open round in which this asset waits for an answer. */
    Optional<UUID> waiting(AssetId asset) {
        return sql
                .sql("""
                SELECT w.round FROM assets.round_row w JOIN assets.round r ON r.id = w.round
                 WHERE w.asset = :asset AND w.answer IS NULL AND r.closed_at IS NULL""")
                .param("asset", asset.value())
                .query((row, n) -> row.getObject("round", UUID.class))
                .list()
                .stream()
                .findFirst();
    }

    Optional<Round> find(UUID id) {
        return rounds(sql.sql(ROUNDS + " WHERE r.id = :id" + GROUPED).param("id", id)).stream()
                .findFirst();
    }

    /** The latest round of each department. */
    Map<DepartmentId, Round> latest() {
        Map<DepartmentId, Round> latest = new LinkedHashMap<>();
        rounds(sql.sql(ROUNDS
                        + " WHERE r.id IN (SELECT DISTINCT ON (department) id FROM assets.round ORDER BY department, opened_at DESC)"
                        + GROUPED))
                .forEach(r -> latest.put(r.department(), r));
        return latest;
    }

    private static List<Round> rounds(JdbcClient.StatementSpec asked) {
        Map<UUID, Round> rounds = new LinkedHashMap<>();
        asked.query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
                    Instant opened =
                            row.getObject("opened_at", OffsetDateTime.class).toInstant();
                    DepartmentId department = new DepartmentId(row.getObject("department", UUID.class));
                    String by = row.getString("opened_by");
                    String note = row.getString("note");
                    rounds.computeIfAbsent(
                                    id,
                                    i -> new Round(
                                            i,
                                            department,
                                            opened,
                                            by,
                                            Optional.ofNullable(closed).map(OffsetDateTime::toInstant),
                                            note,
                                            new LinkedHashMap<>()))
                            .answers()
                            .put(row.getString("answer"), row.getInt("n"));
                    return 0;
                })
                .list();
        return List.copyOf(rounds.values());
    }

    /** The rows of a round: what nothing was said of first, and of that what the round before left open. */
    List<Row> rows(Round round, boolean waitingOnly, int page) {
        return sql.sql("""
                SELECT a.*, coalesce(w.answer, '') AS answer, EXISTS (
                         SELECT 1 FROM assets.round_row b
                          WHERE b.asset = w.asset AND b.answer IS NULL
                            AND b.round = (SELECT id FROM assets.round p
                                            WHERE p.department = :department AND p.opened_at < :opened
                                            ORDER BY p.opened_at DESC LIMIT 1)) AS left_before
                  FROM assets.round_row w JOIN assets.asset a ON a.id = w.asset
                 WHERE w.round = :round AND (w.answer IS NULL OR NOT :waiting)
                 ORDER BY w.answer IS NOT NULL, left_before DESC, a.code LIMIT :most OFFSET :after""")
                .param("round", round.id())
                .param("department", round.department().value())
                .param("opened", OffsetDateTime.ofInstant(round.openedAt(), clock.getZone()))
                .param("waiting", waitingOnly)
                .param("most", PAGE)
                .param("after", (page - 1) * PAGE)
                .query((row, n) ->
                        new Row(AssetTable.asset(row, n), row.getString("answer"), row.getBoolean("left_before")))
                .list();
    }
}
