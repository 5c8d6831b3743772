package org.hoshimori.chapters.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports in the database; none is ever deleted. */
@Repository
class MailReports {

    static final int PAGE = 50;
    private static final int MINE = 20;

    private final JdbcClient sql;

    MailReports(JdbcClient sql) {
        this.sql = sql;
    }

    /** A page of reports and how many there are in all. */
    record Page(List<MailReport> reports, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    void insert(MailReport report) {
        sql.sql("""
                INSERT INTO mail.report
                  (id, reported_at, reporter, sender, subject, verdict, signs, several, words, sha256, kept, state)
                VALUES (:id, :at, :reporter, :sender, :subject, :verdict, :signs, :several, :words, :sha256, :kept, :state)""")
                .param("id", report.id())
                .param("at", report.reportedAt().atOffset(ZoneOffset.UTC))
                .param("reporter", report.reporter().value())
                .param("sender", report.sender())
                .param("subject", report.subject())
                .param("verdict", report.verdict())
                .param("signs", report.signs().toArray(String[]::new))
                .param("several", report.several())
                .param("words", report.words())
                .param("sha256", report.sha256())
                .param("kept", report.kept())
                .param("state", report.state().code())
                .update();
    }

    void kept(UUID id) {
        sql.sql("UPDATE mail.report SET kept = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Settles it, unless somebody else has done so in the meantime. */
    boolean settle(MailReport report) {
        return sql.sql("""
                UPDATE mail.report SET state = :state, settled_at = :at, settled_by = :by, answer = :answer
                 WHERE id = :id AND state = 'open'""")
                        .param("id", report.id())
                        .param("state", report.state().code())
                        .param(
                                "at",
                                Optional.ofNullable(report.settledAt())
                                        .map(a -> a.atOffset(ZoneOffset.UTC))
                                        .orElse(null))
                        .param(
                                "by",
                                Optional.ofNullable(report.settledBy())
                                        .map(PersonId::value)
                                        .orElse(null))
                        .param("answer", report.answer())
                        .update()
                == 1;
    }

    Optional<MailReport> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<MailReport> find(Collection<UUID> ids) {
        return sql.sql("SELECT * FROM mail.report WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(MailReports::report)
                .list();
    }

    /** The newest of whoever reported. */
    List<MailReport> of(PersonId reporter) {
        return sql.sql("SELECT * FROM mail.report WHERE reporter = :reporter ORDER BY reported_at DESC, id LIMIT :most")
                .param("reporter", reporter.value())
                .param("most", MINE)
                .query(MailReports::report)
                .list();
    }

    /** All, or those in one state; open ones wait longest first, others newest first. */
    Page page(Optional<MailReport.State> state, int number) {
        String where = state.isPresent() ? " WHERE state = :state" : "";
        String order = state.filter(s -> s == MailReport.State.OPEN).isPresent()
                ? " ORDER BY reported_at, id"
                : " ORDER BY reported_at DESC, id";
        String code = state.map(MailReport.State::code).orElse("");
        long total = sql.sql("SELECT count(*) FROM mail.report" + where)
                .param("state", code)
                .query((row, n) -> row.getLong(1))
                .single();
        List<MailReport> rows = sql.sql("SELECT * FROM mail.report" + where + order + " LIMIT :limit OFFSET :offset")
                .param("state", code)
                .param("limit", PAGE)
                .param("offset", (number - 1) * PAGE)
                .query(MailReports::report)
                .list();
        return new Page(rows, total, number);
    }

    /** Whose mail somebody reported and somebody else found harmless, the newest first; not those found harmful as well. */
    Set<String> harmlessSenders(int most) {
        return new HashSet<>(
                sql.sql("""
                SELECT sender FROM mail.report WHERE state <> 'open' AND sender LIKE '%_@_%'
                 GROUP BY sender HAVING bool_and(state = 'harmless') ORDER BY max(settled_at) DESC LIMIT :most""").param("most", most).query(String.class).list());
    }

    long open() {
        return sql.sql("SELECT count(*) FROM mail.report WHERE state = 'open'")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static MailReport report(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        UUID by = row.getObject("settled_by", UUID.class);
        Instant settledAt = settled == null ? null : settled.toInstant();
        return new MailReport(
                row.getObject("id", UUID.class),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("reporter", UUID.class)),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("verdict"),
                Arrays.asList((String[]) row.getArray("signs").getArray()),
                row.getInt("several"),
                row.getString("words"),
                row.getString("sha256"),
                row.getBoolean("kept"),
                MailReport.State.find(row.getString("state")).orElseThrow(),
                settledAt,
                by == null ? null : new PersonId(by),
                row.getString("answer"));
    }
}
