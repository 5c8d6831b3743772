package org.hoshimori.chapters.backups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans in the database, and how each stands. */
@Repository
class BackupPlanTable {

    private final JdbcClient sql;
    private final Clock clock;

    BackupPlanTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A plan and how it stands. */
    record Line(Plan plan, Standing standing) {}

    /** False if another one bears the code. */
    boolean insert(Plan plan) {
        return bound(sql.sql("""
                INSERT INTO backups.plan
                  (id, code, name, target, equipment, object, method, destination, kept, place, assessment, encrypted, rule, begins,
                   at, on_days_off, grace_hours, longest_gap, least_bytes, shrink, responsible, in_use, note, standing, since,
                   watched_from, looked_up_to, searched, bigrams, changed_at)
                VALUES (:id, :code, :name, :target, :equipment, :object, :method, :destination, :kept, :place, :assessment,
                   :encrypted, :rule, :begins, :at, :onDaysOff, :grace, :gap, :least, :shrink, :responsible, :inUse, :note,
                   'none-yet', :now, :now, :now, :searched, :bigrams, :now)
                ON CONFLICT (code) DO NOTHING"""), plan).update() == 1;
    }

    /** False if somebody else was quicker. What was due under another timetable is not looked for any more. */
    boolean update(Plan plan, boolean anew) {
        return bound(sql.sql("""
                UPDATE backups.plan
                   SET code = :code, name = :name, target = :target, equipment = :equipment, object = :object, method = :method,
                       destination = :destination, kept = :kept, place = :place, assessment = :assessment, encrypted = :encrypted,
                       rule = :rule, begins = :begins, at = :at, on_days_off = :onDaysOff, grace_hours = :grace,
                       longest_gap = :gap, least_bytes = :least, shrink = :shrink, responsible = :responsible, in_use = :inUse,
                       note = :note, searched = :searched, bigrams = :bigrams, changed_at = :now, version = version + 1,
                       watched_from = CASE WHEN :anew THEN :now ELSE watched_from END
                 WHERE id = :id AND version = :version"""), plan)
                        .param("version", plan.version())
                        .param("anew", anew)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Plan plan) {
        String[] searched = {
            Bigrams.folded(plan.name()),
            Bigrams.folded(plan.code()),
            Bigrams.folded(plan.object()),
            Bigrams.folded(plan.method()),
            Bigrams.folded(plan.note())
        };
        Plan.Storage storage = plan.storage();
        Timetable timetable = plan.timetable();
        return statement
                .param("id", plan.id().value())
                .param("code", plan.code())
                .param("name", plan.name())
                .param("target", plan.target())
                .param("equipment", plan.equipment().value())
                .param("object", plan.object())
                .param("method", plan.method())
                .param("destination", storage.destination().code())
                .param("kept", storage.kept().code())
                .param("place", storage.at().map(ItemId::value).orElse(null))
                .param("assessment", storage.assessed().orElse(null))
                .param("encrypted", storage.encrypted())
                .param("rule", timetable.rule())
                .param("begins", timetable.begins())
                .param("at", timetable.at())
                .param("onDaysOff", timetable.onDaysOff())
                .param("grace", timetable.grace().toHours())
                .param("gap", timetable.longestGap())
                .param("least", plan.leastBytes())
                .param("shrink", plan.shrink())
                .param("responsible", plan.responsible().value())
                .param("inUse", plan.inUse())
                .param("note", plan.note())
                .param("searched", String.join("\n", searched))
                .param("bigrams", Bigrams.of(searched))
                .param("now", time(clock.instant()));
    }

    Optional<Line> find(PlanId id) {
        return sql.sql("SELECT * FROM backups.plan WHERE id = :id")
                .param("id", id.value())
                .query(BackupPlanTable::line)
                .optional();
    }

    /** The same, for nobody else to change until the end of the transaction. */
    Optional<Line> lock(PlanId id) {
        return sql.sql("SELECT * FROM backups.plan WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(BackupPlanTable::line)
                .optional();
    }

    Optional<Line> coded(String code) {
        return sql.sql("SELECT * FROM backups.plan WHERE code = :code")
                .param("code", code)
                .query(BackupPlanTable::line)
                .optional();
    }

    boolean codeTaken(Plan plan) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM backups.plan WHERE code = :code AND id <> :id)")
                .param("code", plan.code())
                .param("id", plan.id().value())
                .query(Boolean.class)
                .single();
    }

    List<Line> find(Collection<UUID> ids) {
        return sql.sql("SELECT * FROM backups.plan WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(BackupPlanTable::line)
                .list();
    }

    /** All that are in use, by their codes. */
    List<Line> inUse() {
        return sql.sql("SELECT * FROM backups.plan WHERE in_use ORDER BY code")
                .query(BackupPlanTable::line)
                .list();
    }

    /** Those in use for which these people answer. */
    List<Line> answeredBy(Collection<PersonId> people) {
        return sql.sql("SELECT * FROM backups.plan WHERE in_use AND responsible = ANY (:people) ORDER BY code")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(BackupPlanTable::line)
                .list();
    }

    /** Those whose name, code, object, method or note holds all of the words. */
    List<Line> named(String words, int most) {
        return named(words, most, Optional.empty());
    }

    /** The same of one person's plans only, where one is named. */
    List<Line> named(String words, int most, Optional<PersonId> responsible) {
        String[] asked = Bigrams.folded(words).strip().split("\\s+");
        return sql.sql("""
                SELECT * FROM backups.plan
                 WHERE bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)
                   AND (CAST(:responsible AS uuid) IS NULL OR responsible = :responsible)
                 ORDER BY code LIMIT :most""")
                .param("responsible", responsible.map(PersonId::value).orElse(null), java.sql.Types.OTHER)
                .param("bigrams", Bigrams.asked(asked))
                .param("words", asked)
                .param("most", most)
                .query(BackupPlanTable::line)
                .list();
    }

    /** Keeps how it stands; since when changes only where it stands otherwise than before. */
    void stands(PlanId id, Standing.Kind kind, Optional<Instant> lastGood, Instant now) {
        sql.sql("""
                UPDATE backups.plan SET since = CASE WHEN standing = :kind THEN since ELSE :now END, standing = :kind,
                       last_good_at = :good
                 WHERE id = :id""")
                .param("id", id.value())
                .param("kind", kind.code())
                .param("good", lastGood.map(BackupPlanTable::time).orElse(null))
                .param("now", time(now))
                .update();
    }

    void tested(PlanId id, LocalDate day) {
        sql.sql("UPDATE backups.plan SET last_tested = greatest(last_tested, :day) WHERE id = :id")
                .param("id", id.value())
                .param("day", day)
                .update();
    }

    /** From when and up to when a plan has been looked at. */
    record Looked(Instant from, Instant upTo) {}

    Looked looked(PlanId id) {
        return sql.sql("SELECT watched_from, looked_up_to FROM backups.plan WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> new Looked(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    void lookedUpTo(PlanId id, Instant now) {
        sql.sql("UPDATE backups.plan SET looked_up_to = :now WHERE id = :id")
                .param("id", id.value())
                .param("now", time(now))
                .update();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Line line(ResultSet row, int number) throws SQLException {
        UUID place = row.getObject("place", UUID.class);
        OffsetDateTime good = row.getObject("last_good_at", OffsetDateTime.class);
        return new Line(
                new Plan(
                        new PlanId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("target"),
                        new ItemId(row.getObject("equipment", UUID.class)),
                        row.getString("object"),
                        row.getString("method"),
                        new Plan.Storage(
                                Plan.Destination.of(row.getString("destination")),
                                Plan.Kept.of(row.getString("kept")),
                                place == null ? null : new ItemId(place),
                                row.getObject("assessment", UUID.class),
                                row.getBoolean("encrypted")),
                        new Timetable(
                                row.getString("rule"),
                                row.getObject("begins", LocalDate.class),
                                row.getObject("at", LocalTime.class),
                                row.getBoolean("on_days_off"),
                                Duration.ofHours(row.getInt("grace_hours"))),
                        row.getLong("least_bytes"),
                        row.getInt("shrink"),
                        new PersonId(row.getObject("responsible", UUID.class)),
                        row.getBoolean("in_use"),
                        row.getString("note"),
                        row.getInt("version")),
                new Standing(
                        Standing.Kind.of(row.getString("standing")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(good).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getObject("last_tested", LocalDate.class))));
    }
}
