package org.hoshimori.chapters.assets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assets in the database. */
@Repository
class AssetTable {

    /** What is said of an asset; what it is searched by is several times as long. */
    static final String SAID = """
            id, code, area, name, note, department, everybody, users, outsiders, medium, place, systems, retained_until, retention_term,
            personal_information, confidentiality, integrity, availability, importance, importance_stated, reason, answers, legal,
            marking, marking_reason, registered_on, state, version""";

    private final JdbcClient sql;
    private final Clock clock;

    AssetTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** False if another one bears the code. */
    boolean insert(Asset asset, int importance) {
        return bound(sql.sql("""
                INSERT INTO assets.asset
                  (id, code, area, name, note, department, everybody, users, outsiders, medium, place, systems, retained_until,
                   retention_term, personal_information, confidentiality, integrity, availability, importance, importance_stated, reason, answers, legal,
                   marking, marking_reason, registered_on, state, searched, bigrams, changed_at)
                VALUES (:id, :code, :area, :name, :note, :department, :everybody, :users, :outsiders, :medium, :place, :systems,
                   :until, :term, :personal, :confidentiality, :integrity, :availability, :importance, :stated, :reason, :answers, :legal,
                   :marking, :markingReason, :registeredOn, :state, :searched, :bigrams, :now)
                ON CONFLICT (code) DO NOTHING"""), asset, importance).update() == 1;
    }

    /** False if somebody else was quicker. */
    boolean update(Asset asset, int importance) {
        return bound(sql.sql("""
                UPDATE assets.asset
                   SET code = :code, area = :area, name = :name, note = :note, department = :department,
                       everybody = :everybody, users = :users, outsiders = :outsiders, medium = :medium, place = :place,
                       systems = :systems, retained_until = :until, retention_term = :term, personal_information = :personal,
                       confidentiality = :confidentiality, integrity = :integrity, availability = :availability,
                       importance = :importance, importance_stated = :stated, reason = :reason, answers = :answers, legal = :legal,
                       marking = :marking, marking_reason = :markingReason, registered_on = :registeredOn,
                       searched = :searched, bigrams = :bigrams, changed_at = :now, version = version + 1
                 WHERE id = :id AND version = :version AND state <> 'gone'"""), asset, importance)
                        .param("version", asset.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Asset asset, int importance) {
        String[] searched = {
            Bigrams.folded(asset.name()),
            Bigrams.folded(asset.code()),
            Bigrams.folded(asset.area()),
            Bigrams.folded(asset.note()),
            Bigrams.folded(asset.keeping().place())
        };
        Values values = asset.rating().values();
        return statement
                .param("id", asset.id().value())
                .param("code", asset.code())
                .param("area", asset.area())
                .param("name", asset.name())
                .param("note", asset.note())
                .param("department", asset.department().value())
                .param("everybody", asset.scope().everybody())
                .param(
                        "users",
                        asset.scope().departments().stream()
                                .map(DepartmentId::value)
                                .toArray(UUID[]::new))
                .param("outsiders", asset.scope().outsiders())
                .param("medium", asset.keeping().medium().code())
                .param("place", asset.keeping().place())
                .param(
                        "systems",
                        asset.keeping().systems().stream().map(ItemId::value).toArray(UUID[]::new))
                .param("until", asset.keeping().until())
                .param("term", asset.keeping().term())
                .param("personal", asset.personal().code())
                .param("confidentiality", values.confidentiality())
                .param("integrity", values.integrity())
                .param("availability", values.availability())
                .param("importance", importance)
                .param("stated", asset.rating().statedImportance() > 0)
                .param("reason", asset.rating().reason())
                .param("answers", asset.rating().answers().toArray(String[]::new))
                .param("legal", asset.legal().toArray(String[]::new))
                .param("marking", asset.marking().where().code())
                .param("markingReason", asset.marking().reason())
                .param("registeredOn", asset.registeredOn())
                .param("state", asset.state().code())
                .param("searched", String.join("\n", searched))
                .param("bigrams", Bigrams.of(searched))
                .param("now", OffsetDateTime.now(clock));
    }

    /** Works out the importance of all that nobody has stated it of; of how many it became another one. */
    int follow(boolean highestOfThree) {
        String follows = highestOfThree ? "greatest(confidentiality, integrity, availability)" : "confidentiality";
        return sql.sql("UPDATE assets.asset SET importance = " + follows
                        + " WHERE NOT importance_stated AND importance <> " + follows)
                .update();
    }

    /** False if it was gone before. */
    boolean end(AssetId id) {
        return sql.sql("""
                UPDATE assets.asset SET state = 'gone', changed_at = :now, version = version + 1
                 WHERE id = :id AND state <> 'gone'""")
                        .param("id", id.value())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Until the end of the transaction nobody else changes a code; a new one that is given out meanwhile stops the change. */
    void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('assets.code'))")
                .query((row, n) -> 0)
                .list();
    }

    boolean codeTaken(Asset asset) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM assets.asset WHERE code = :code AND id <> :id)")
                .param("code", asset.code())
                .param("id", asset.id().value())
                .query(Boolean.class)
                .single();
    }

    /** Up to so many numbers that were never given out and that nobody has written by hand. */
    List<String> freeCodes(int most) {
        return sql.sql("""
                SELECT code FROM (SELECT 'A-' || lpad(nextval('assets.code')::text, 5, '0') AS code
                                    FROM generate_series(1, :most)) c
                 WHERE NOT EXISTS (SELECT 1 FROM assets.asset a WHERE a.code = c.code)""")
                .param("most", most)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    List<Asset> find(Collection<AssetId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("SELECT " + SAID + " FROM assets.asset WHERE id = ANY (:ids)")
                        .param("ids", ids.stream().map(AssetId::value).toArray(UUID[]::new))
                        .query(AssetTable::asset)
                        .list();
    }

    /** Those in use that are called so; among assets of one name the older code first. */
    List<Asset> called(Collection<String> names) {
        return sql.sql("SELECT " + SAID
                        + " FROM assets.asset WHERE name = ANY (:names) AND state <> 'gone' ORDER BY code")
                .param("names", names.toArray(String[]::new))
                .query(AssetTable::asset)
                .list();
    }

    List<Asset> coded(Collection<String> codes) {
        return sql.sql("SELECT " + SAID + " FROM assets.asset WHERE code = ANY (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(AssetTable::asset)
                .list();
    }

    /** How many in use each law governs. */
    Map<String, Long> governed() {
        Map<String, Long> governed = new HashMap<>();
        sql.sql("""
                SELECT law, count(*) AS assets FROM assets.asset, unnest(legal) law
                 WHERE legal <> '{}' AND state <> 'gone' GROUP BY law""").query(row -> {
            governed.put(row.getString("law"), row.getLong("assets"));
        });
        return governed;
    }

    /** The laws of what a system, device or site holds. */
    Set<String> lawsOn(UUID holder) {
        return new TreeSet<>(sql.sql("""
                SELECT DISTINCT law FROM assets.asset, unnest(legal) law
                 WHERE legal <> '{}' AND state <> 'gone' AND :holder = ANY (systems)""")
                .param("holder", holder)
                .query((row, n) -> row.getString("law"))
                .list());
    }

    static Asset asset(ResultSet row, int number) throws SQLException {
        return new Asset(
                new AssetId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("area"),
                row.getString("name"),
                row.getString("note"),
                new DepartmentId(row.getObject("department", UUID.class)),
                new UserScope(
                        row.getBoolean("everybody"),
                        Arrays.stream((UUID[]) row.getArray("users").getArray())
                                .map(DepartmentId::new)
                                .toList(),
                        row.getString("outsiders")),
                new Keeping(
                        Coded.of(Keeping.Medium.class, row.getString("medium")),
                        row.getString("place"),
                        Arrays.stream((UUID[]) row.getArray("systems").getArray())
                                .map(ItemId::new)
                                .toList(),
                        row.getObject("retained_until", LocalDate.class),
                        row.getString("retention_term")),
                Coded.of(PersonalInformation.class, row.getString("personal_information")),
                new Rating(
                        new Values(row.getInt("confidentiality"), row.getInt("integrity"), row.getInt("availability")),
                        row.getBoolean("importance_stated") ? row.getInt("importance") : 0,
                        row.getString("reason"),
                        List.of((String[]) row.getArray("answers").getArray())),
                List.of((String[]) row.getArray("legal").getArray()),
                new Marking(Coded.of(Marking.Where.class, row.getString("marking")), row.getString("marking_reason")),
                row.getObject("registered_on", LocalDate.class),
                Coded.of(Asset.State.class, row.getString("state")),
                row.getInt("version"));
    }
}
