package org.hoshimori.chapters.takeouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Take-outs in the database. */
@Repository
class TakeOutTable {

    private static final String CARRIED = """
            (SELECT string_agg(c.asset || ' ' || c.medium || ' ' || c.level || ' ' || array_to_string(c.measures, ','), ';'
                               ORDER BY c.asset)
               FROM takeouts.carried c WHERE c.take_out = t.id) AS carried""";

    private static final String SELECT = "SELECT t.*, " + CARRIED + " FROM takeouts.take_out t ";

    private final JdbcClient sql;

    TakeOutTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(TakeOut asked, String revision, Instant now) {
        sql.sql("""
                INSERT INTO takeouts.take_out
                  (id, taker, department, purpose, destination, leaves_on, returns_on, network, level, state, asked_at, revision)
                VALUES (:id, :taker, :department, :purpose, :destination, :leaves, :returns, :network, :level, :state, :now, :revision)""")
                .param("id", asked.id().value())
                .param("taker", asked.taker().value())
                .param("department", asked.department().value())
                .param("purpose", asked.purpose())
                .param("destination", asked.destination())
                .param("leaves", asked.leavesOn())
                .param("returns", asked.returnsOn())
                .param("network", asked.network())
                .param("level", asked.level())
                .param("state", asked.state().code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revision)
                .update();
        for (TakeOut.Carried carried : asked.carried()) {
            sql.sql("""
                    INSERT INTO takeouts.carried (take_out, asset, medium, level, measures)
                    VALUES (:id, :asset, :medium, :level, string_to_array(:measures, ','))""")
                    .param("id", asked.id().value())
                    .param("asset", carried.asset())
                    .param("medium", carried.medium().code())
                    .param("level", carried.level())
                    .param("measures", String.join(",", carried.codes()))
                    .update();
        }
    }

    void requested(TakeOutId id, UUID request) {
        sql.sql("UPDATE takeouts.take_out SET request = :request WHERE id = :id")
                .param("request", request)
                .param("id", id.value())
                .update();
    }

    /** Moves it on; false if it was not there any more. */
    boolean settle(TakeOutId id, TakeOut.State from, TakeOut.State to) {
        return sql.sql(
                                "UPDATE takeouts.take_out SET state = :to, version = version + 1 WHERE id = :id AND state = :from")
                        .param("to", to.code())
                        .param("from", from.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean left(TakeOutId id, TakeOut.Signature signature) {
        return sql.sql("""
                UPDATE takeouts.take_out SET state = 'out', out_at = :at, out_condition = :condition, version = version + 1
                 WHERE id = :id AND state = 'permitted'""")
                        .param("id", id.value())
                        .param("at", signature.at().atOffset(ZoneOffset.UTC))
                        .param("condition", signature.condition())
                        .update()
                == 1;
    }

    boolean returned(TakeOutId id, TakeOut.Signature signature) {
        return sql.sql("""
                UPDATE takeouts.take_out
                   SET state = 'returned', back_at = :at, back_to = :by, back_condition = :condition, version = version + 1
                 WHERE id = :id AND state = 'out'""")
                        .param("id", id.value())
                        .param("at", signature.at().atOffset(ZoneOffset.UTC))
                        .param("by", signature.by().value())
                        .param("condition", signature.condition())
                        .update()
                == 1;
    }

    boolean lost(TakeOutId id, TakeOut.Signature signature) {
        return sql.sql("""
                UPDATE takeouts.take_out SET state = 'lost', lost_at = :at, lost_story = :story, version = version + 1
                 WHERE id = :id AND state = 'out'""")
                        .param("id", id.value())
                        .param("at", signature.at().atOffset(ZoneOffset.UTC))
                        .param("story", signature.condition())
                        .update()
                == 1;
    }

    Optional<TakeOut> find(TakeOutId id) {
        return sql.sql(SELECT + "WHERE t.id = :id")
                .param("id", id.value())
                .query(TakeOutTable::takeOut)
                .optional();
    }

    List<TakeOut> find(Collection<TakeOutId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(SELECT + "WHERE t.id IN (:ids)")
                        .param("ids", ids.stream().map(TakeOutId::value).toList())
                        .query(TakeOutTable::takeOut)
                        .list();
    }

    /** Somebody's own, the last first. */
    List<TakeOut> of(PersonId taker, int most) {
        return sql.sql(SELECT + "WHERE t.taker = :taker ORDER BY t.leaves_on DESC, t.asked_at DESC LIMIT :most")
                .param("taker", taker.value())
                .param("most", most)
                .query(TakeOutTable::takeOut)
                .list();
    }

    /** Those under way of these departments, or of all where {@code everywhere}, by the day on which they should be back. */
    List<TakeOut> open(Collection<DepartmentId> departments, boolean everywhere, int most) {
        return sql.sql(SELECT + """
                WHERE t.state IN ('asked', 'permitted', 'out')
                  AND (:everywhere OR t.department IN (:departments))
                ORDER BY t.returns_on, t.id LIMIT :most""")
                .param("everywhere", everywhere)
                .param("departments", ids(departments))
                .param("most", most)
                .query(TakeOutTable::takeOut)
                .list();
    }

    /** Those which came to an end last, of the same. */
    List<TakeOut> ended(Collection<DepartmentId> departments, boolean everywhere, int most) {
        return sql.sql(SELECT + """
                WHERE t.state IN ('returned', 'lost', 'refused', 'withdrawn')
                  AND (:everywhere OR t.department IN (:departments))
                ORDER BY t.asked_at DESC, t.id LIMIT :most""")
                .param("everywhere", everywhere)
                .param("departments", ids(departments))
                .param("most", most)
                .query(TakeOutTable::takeOut)
                .list();
    }

    private static final String SEEN = """
            WHERE (:everywhere OR t.taker = :taker OR t.department IN (:departments)) AND (:state = '' OR t.state = :state)""";

    /** A page of those that somebody has taken or sees to, the latest asked first. */
    List<TakeOut> page(
            PersonId person, Collection<DepartmentId> led, boolean everywhere, String state, int most, long after) {
        return seen(
                        SELECT + SEEN + " ORDER BY t.asked_at DESC, t.id LIMIT :most OFFSET :after",
                        person,
                        led,
                        everywhere,
                        state)
                .param("most", most)
                .param("after", after)
                .query(TakeOutTable::takeOut)
                .list();
    }

    /** How many there are of the same. */
    long count(PersonId person, Collection<DepartmentId> led, boolean everywhere, String state) {
        return seen("SELECT count(*) FROM takeouts.take_out t " + SEEN, person, led, everywhere, state)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec seen(
            String statement, PersonId person, Collection<DepartmentId> led, boolean everywhere, String state) {
        return sql.sql(statement)
                .param("everywhere", everywhere)
                .param("taker", person.value())
                .param("departments", ids(led))
                .param("state", state);
    }

    /** What leaves or should come back on a day, and what should have come back before. */
    List<TakeOut> atTheGate(LocalDate day) {
        return sql.sql(SELECT + """
                WHERE (t.state = 'permitted' AND t.leaves_on <= :day AND t.returns_on >= :day)
                   OR (t.state = 'out' AND t.returns_on <= :day)
                ORDER BY t.state, t.returns_on, t.id""")
                .param("day", day)
                .query(TakeOutTable::takeOut)
                .list();
    }

    /** What is out and should be back by a day. */
    List<TakeOut> dueBy(LocalDate day) {
        return sql.sql(SELECT + "WHERE t.state = 'out' AND t.returns_on <= :day ORDER BY t.returns_on, t.id")
                .param("day", day)
                .query(TakeOutTable::takeOut)
                .list();
    }

    /** How many are out and overdue on a day. */
    long overdue(LocalDate day) {
        return sql.sql("SELECT count(*) FROM takeouts.take_out WHERE state = 'out' AND returns_on < :day")
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Those of these assets that are out, or may leave, by asset. */
    Map<UUID, TakeOutId> taken(Collection<UUID> assets) {
        Map<UUID, TakeOutId> taken = new HashMap<>();
        if (!assets.isEmpty()) {
            sql.sql("""
                    SELECT c.asset, c.take_out FROM takeouts.carried c JOIN takeouts.take_out t ON t.id = c.take_out
                     WHERE c.asset IN (:assets) AND t.state = 'out'""").param("assets", assets).query(row -> {
                taken.put(row.getObject("asset", UUID.class), new TakeOutId(row.getObject("take_out", UUID.class)));
            });
        }
        return taken;
    }

    private static List<UUID> ids(Collection<DepartmentId> departments) {
        // A list must not be empty; no department has this id.
        return departments.isEmpty()
                ? List.of(new UUID(0, 0))
                : departments.stream().map(DepartmentId::value).toList();
    }

    private static TakeOut takeOut(ResultSet row, int number) throws SQLException {
        PersonId taker = new PersonId(row.getObject("taker", UUID.class));
        UUID backTo = row.getObject("back_to", UUID.class);
        return new TakeOut(
                new TakeOutId(row.getObject("id", UUID.class)),
                taker,
                new DepartmentId(row.getObject("department", UUID.class)),
                row.getString("purpose"),
                row.getString("destination"),
                row.getObject("leaves_on", LocalDate.class),
                row.getObject("returns_on", LocalDate.class),
                row.getBoolean("network"),
                carried(row.getString("carried")),
                TakeOut.State.of(row.getString("state")),
                Optional.ofNullable(row.getObject("request", UUID.class)),
                signature(row, "out_at", taker, "out_condition"),
                backTo == null ? Optional.empty() : signature(row, "back_at", new PersonId(backTo), "back_condition"),
                signature(row, "lost_at", taker, "lost_story"));
    }

    private static Optional<TakeOut.Signature> signature(ResultSet row, String at, PersonId by, String condition)
            throws SQLException {
        OffsetDateTime instant = row.getObject(at, OffsetDateTime.class);
        return instant == null
                ? Optional.empty()
                : Optional.of(new TakeOut.Signature(by, instant.toInstant(), row.getString(condition)));
    }

    private static List<TakeOut.Carried> carried(@Nullable String rows) {
        return rows == null
                ? List.of()
                : Arrays.stream(rows.split(";", -1))
                        .map(r -> r.split(" ", -1))
                        .map(p -> new TakeOut.Carried(
                                UUID.fromString(p[0]),
                                Medium.find(p[1]).orElseThrow(),
                                Integer.parseInt(p[2]),
                                measures(p[3])))
                        .toList();
    }

    private static Set<Measure> measures(String codes) {
        return Arrays.stream(codes.split(",", -1))
                .flatMap(c -> Measure.find(c).stream())
                .collect(Collectors.toSet());
    }
}
