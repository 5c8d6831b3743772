package org.hoshimori.core.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found, until it is gone or decided. */
@Repository
class DifferenceTable {

    private final JdbcClient sql;
    private final Clock clock;

    DifferenceTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Everybody whom the register knows, by id. */
    List<PersonId> everybody() {
        return sql.sql("SELECT id FROM facts.person")
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** One comparison at a time. */
    void lock() {
        sql.sql("LOCK TABLE directory.difference IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Ids of differences by what they are. */
    record Id(UUID id, Difference.Kind kind) {}

    /**
     * What has become of those that were kept.
     *
     * @param come that were not there before
     * @param gone that are there no more, or were decided before
     */
    record Changes(List<Id> come, List<Id> gone) {}

    /** Keeps those, each as it is now; one that was dismissed stays so. */
    Changes keep(Collection<Difference> differences) {
        List<Id> come = differences.stream().flatMap(d -> keep(d).stream()).toList();
        List<Id> gone = sql.sql("DELETE FROM directory.difference WHERE NOT key = ANY (:keys) RETURNING id, kind")
                .param("keys", differences.stream().map(Difference::key).toArray(String[]::new))
                .query((row, n) -> new Id(row.getObject("id", UUID.class), Difference.Kind.of(row.getString("kind"))))
                .list();
        return new Changes(come, gone);
    }

    private Optional<Id> keep(Difference difference) {
        Entry entry = difference.entry();
        return sql.sql("""
                INSERT INTO directory.difference (id, key, kind, person, dn, number, mail, family, given, changed, since)
                VALUES (:id, :key, :kind, :person, :dn, :number, :mail, :family, :given, :changed, :now)
                ON CONFLICT (key) DO UPDATE
                   SET person = excluded.person, dn = excluded.dn, number = excluded.number, mail = excluded.mail,
                       family = excluded.family, given = excluded.given, changed = excluded.changed,
                       state = CASE WHEN difference.state = 'confirmed' THEN 'open' ELSE difference.state END
                RETURNING id, xmax = 0 AS fresh""")
                .param("id", UUID.randomUUID())
                .param("key", difference.key())
                .param("kind", difference.kind().code())
                .param("person", value(difference.person()), Types.OTHER)
                .param("dn", entry == null ? null : entry.dn())
                .param("number", entry == null ? "" : entry.number())
                .param("mail", entry == null ? "" : entry.mail())
                .param("family", entry == null ? "" : entry.family())
                .param("given", entry == null ? "" : entry.given())
                .param(
                        "changed",
                        difference.changed().stream()
                                .map(Difference.Field::code)
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean("fresh")
                        ? Optional.of(new Id(row.getObject("id", UUID.class), difference.kind()))
                        : Optional.<Id>empty())
                .single();
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    List<Found> open(int most) {
        return sql.sql("SELECT * FROM directory.difference WHERE state = 'open' ORDER BY kind, since, key LIMIT :most")
                .param("most", most)
                .query(this::found)
                .list();
    }

    /**
     * Whom a difference is about.
     *
     * @param there what he or she is called there; empty where there is nobody
     */
    record About(UUID id, Optional<PersonId> person, String there) {}

    List<About> about(Collection<UUID> ids) {
        return sql.sql("""
                SELECT id, person, btrim(family || ' ' || given) AS there FROM directory.difference WHERE id = ANY (:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new About(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                        row.getString("there")))
                .list();
    }

    int count() {
        return sql.sql("SELECT count(*) FROM directory.difference WHERE state = 'open'")
                .query(Integer.class)
                .single();
    }

    Optional<Found> find(UUID id) {
        return sql.sql("SELECT * FROM directory.difference WHERE id = :id AND state = 'open' FOR UPDATE")
                .param("id", id)
                .query(this::found)
                .optional();
    }

    void close(UUID id, String state) {
        sql.sql("UPDATE directory.difference SET state = :state WHERE id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        String dn = row.getString("dn");
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("key"),
                new Difference(
                        Difference.Kind.of(row.getString("kind")),
                        person == null ? null : new PersonId(person),
                        dn == null
                                ? null
                                : new Entry(
                                        dn,
                                        row.getString("number"),
                                        row.getString("mail"),
                                        row.getString("family"),
                                        row.getString("given"),
                                        true),
                        fields(row.getArray("changed"))),
                row.getObject("since", OffsetDateTime.class).atZoneSameInstant(clock.getZone()));
    }

    private static List<Difference.Field> fields(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(Difference.Field::of)
                .toList();
    }
}
