package org.hoshimori.chapters.cloud;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assessments in the database. */
@Repository
class AssessmentTable {

    private static final int PAGE = 200;

    private final JdbcClient sql;
    private final Clock clock;

    AssessmentTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(Assessment assessment, String by) {
        bound(sql.sql("""
                INSERT INTO cloud.assessment
                  (id, service, provider, purpose, terms_fit, terms_note, policy_fit, policy_note, measures_fit, measures_note,
                   country, prefecture, region, apart, ends_on, state, changed_by, changed_at)
                VALUES (:id, :service, :provider, :purpose, :termsFit, :termsNote, :policyFit, :policyNote, :measuresFit,
                   :measuresNote, :country, :prefecture, :region, :apart, :ends, 'draft', :by, :now)"""), assessment, by).update();
    }

    /** False if somebody else was quicker. What is changed is a draft again. */
    boolean update(Assessment assessment, String by) {
        return bound(sql.sql("""
                UPDATE cloud.assessment
                   SET service = :service, provider = :provider, purpose = :purpose, terms_fit = :termsFit, terms_note = :termsNote,
                       policy_fit = :policyFit, policy_note = :policyNote, measures_fit = :measuresFit,
                       measures_note = :measuresNote, country = :country, prefecture = :prefecture, region = :region,
                       apart = :apart, ends_on = :ends, state = 'draft', approved = NULL, changed_by = :by, changed_at = :now,
                       version = version + 1
                 WHERE id = :id AND version = :version"""), assessment, by)
                        .param("version", assessment.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Assessment a, String by) {
        return statement
                .param("id", a.id())
                .param("service", a.service())
                .param("provider", a.provider().value())
                .param("purpose", a.purpose())
                .param("termsFit", a.terms().yes())
                .param("termsNote", a.terms().note())
                .param("policyFit", a.policy().yes())
                .param("policyNote", a.policy().note())
                .param("measuresFit", a.measures().yes())
                .param("measuresNote", a.measures().note())
                .param("country", a.country())
                .param("prefecture", a.prefecture())
                .param("region", a.region())
                .param("apart", a.apart())
                .param("ends", a.endsOn())
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Moves it on, with what was approved where it was; false if it was not there any more. */
    boolean settle(UUID id, Assessment.State from, Assessment.State to, Optional<String> approved) {
        return sql.sql("""
                UPDATE cloud.assessment SET state = :to, approved = :approved, settled_at = :now WHERE id = :id AND state = :from""")
                        .param("id", id)
                        .param("from", from.code())
                        .param("to", to.code())
                        .param("approved", approved.orElse(null))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Assessment> find(UUID id) {
        return sql.sql("SELECT * FROM cloud.assessment WHERE id = :id")
                .param("id", id)
                .query(AssessmentTable::assessment)
                .optional();
    }

    List<Assessment> find(Collection<UUID> ids) {
        return sql.sql("SELECT * FROM cloud.assessment WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(AssessmentTable::assessment)
                .list();
    }

    /** All, those that hold longest first. */
    List<Assessment> all() {
        return sql.sql("SELECT * FROM cloud.assessment ORDER BY service, ends_on DESC, id LIMIT :most")
                .param("most", PAGE)
                .query(AssessmentTable::assessment)
                .list();
    }

    /** An approved one with the record that was approved. */
    record Approved(Assessment assessment, String record) {}

    List<Approved> approved() {
        return sql.sql("SELECT * FROM cloud.assessment WHERE state = 'approved' ORDER BY id")
                .query((row, n) -> new Approved(assessment(row, n), row.getString("approved")))
                .list();
    }

    /** Approved ones that end by a day and that nothing newer of the same service follows. */
    List<Assessment> ending(LocalDate by) {
        return sql.sql("""
                SELECT * FROM cloud.assessment a
                 WHERE state = 'approved' AND ends_on <= :by
                   AND NOT EXISTS (SELECT 1 FROM cloud.assessment o WHERE o.service = a.service AND o.state = 'approved' AND o.ends_on > a.ends_on)
                 ORDER BY ends_on LIMIT 5""").param("by", by).query(AssessmentTable::assessment).list();
    }

    private static Assessment assessment(ResultSet row, int number) throws SQLException {
        return new Assessment(
                row.getObject("id", UUID.class),
                row.getString("service"),
                new ItemId(row.getObject("provider", UUID.class)),
                row.getString("purpose"),
                new Assessment.Fits(row.getBoolean("terms_fit"), row.getString("terms_note")),
                new Assessment.Fits(row.getBoolean("policy_fit"), row.getString("policy_note")),
                new Assessment.Fits(row.getBoolean("measures_fit"), row.getString("measures_note")),
                row.getString("country"),
                row.getString("prefecture"),
                row.getString("region"),
                row.getString("apart"),
                row.getObject("ends_on", LocalDate.class),
                Assessment.State.of(row.getString("state")),
                row.getInt("version"));
    }
}
