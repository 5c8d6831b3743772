package org.hoshimori.core.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests in the database. */
@Repository
class Requests {

    private final JdbcClient sql;

    Requests(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if another request of the kind is open for the subject. */
    boolean insert(Request request) {
        boolean written = sql.sql("""
                INSERT INTO approvals.request (id, kind, subject, clause, record, projection, address, requested_by, requested_at,
                                               expires_on, revision, state)
                VALUES (:id, :kind, :subject, :clause, :record, :projection, :address, :by, :at, :expires, :revision, 'OPEN')
                ON CONFLICT (kind, subject) WHERE state = 'OPEN' DO NOTHING""")
                        .param("id", request.id().value())
                        .param("kind", request.kind())
                        .param("subject", request.subject())
                        .param("clause", request.clause().orElse(null))
                        .param("record", request.record())
                        .param("projection", request.projection())
                        .param("address", request.address())
                        .param("by", request.requestedBy().id())
                        .param("at", at(request.requestedAt()))
                        .param("expires", request.expiresOn().orElse(null))
                        .param("revision", request.revision())
                        .update()
                == 1;
        if (written) {
            List<Sitting> waiting = request.waiting();
            for (Sitting sitting : request.line()) {
                sql.sql("""
                        INSERT INTO approvals.seat (request, position, seat, posts, department, waiting)
                        VALUES (:request, :position, :seat, :posts, :department, :waiting)""")
                        .param("request", request.id().value())
                        .param("position", sitting.position())
                        .param("seat", sitting.number())
                        .param("posts", sitting.seat().posts().toArray(String[]::new))
                        .param(
                                "department",
                                sitting.seat()
                                        .inDepartment()
                                        .map(DepartmentId::value)
                                        .orElse(null))
                        .param("waiting", waiting.contains(sitting))
                        .update();
            }
        }
        return written;
    }

    /** Writes what has come of it since it was read under {@link #lock}. */
    void update(Request request) {
        sql.sql("UPDATE approvals.request SET state = :state, settled_at = :settled WHERE id = :id")
                .param("id", request.id().value())
                .param("state", request.state().name())
                .param("settled", request.settledAt().map(Requests::at).orElse(null))
                .update();
        List<Sitting> waiting = request.waiting();
        for (Sitting sitting : request.line()) {
            Decision decision = sitting.decision().orElse(null);
            sql.sql("""
                    UPDATE approvals.seat
                       SET waiting = :waiting, verdict = :verdict, decided_by = :by, decided_at = :at, post = :post,
                           standing_in = :standing, comment = :comment
                     WHERE request = :request AND position = :position AND seat = :seat
                       AND (waiting <> :waiting OR verdict IS DISTINCT FROM :verdict)""")
                    .param("request", request.id().value())
                    .param("position", sitting.position())
                    .param("seat", sitting.number())
                    .param("waiting", waiting.contains(sitting))
                    .param(
                            "verdict",
                            decision == null ? null : decision.verdict().name())
                    .param("by", decision == null ? null : decision.by().value())
                    .param("at", decision == null ? null : at(decision.at()))
                    .param("post", decision == null ? null : decision.post())
                    .param("standing", decision == null ? null : decision.standingIn())
                    .param("comment", decision == null ? null : decision.comment())
                    .update();
        }
    }

    /** The request, which nobody else decides until the end of the transaction. */
    Optional<Request> lock(RequestId id) {
        sql.sql("SELECT 1 FROM approvals.request WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return find(id);
    }

    Optional<Request> find(RequestId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of them that exist, the latest first. */
    List<Request> find(Collection<RequestId> ids) {
        UUID[] values = ids.stream().map(RequestId::value).toArray(UUID[]::new);
        Map<UUID, List<Sitting>> lines = new LinkedHashMap<>();
        sql.sql("SELECT * FROM approvals.seat WHERE request = ANY (:ids) ORDER BY request, position, seat")
                .param("ids", values)
                .query(row -> {
                    lines.computeIfAbsent(row.getObject("request", UUID.class), k -> new java.util.ArrayList<>())
                            .add(sitting(row));
                });
        return sql.sql("SELECT * FROM approvals.request WHERE id = ANY (:ids) ORDER BY requested_at DESC, id")
                .param("ids", values)
                .query((row, n) -> request(row, lines))
                .list();
    }

    /** The open request of a kind for a subject. */
    Optional<RequestId> open(String kind, String subject) {
        return sql.sql("SELECT id FROM approvals.request WHERE kind = :kind AND subject = :subject AND state = 'OPEN'")
                .param("kind", kind)
                .param("subject", subject)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Open requests that nobody may decide any more on this day. */
    List<RequestId> expired(LocalDate today) {
        return sql.sql("SELECT id FROM approvals.request WHERE state = 'OPEN' AND expires_on < :today")
                .param("today", today)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Request request(ResultSet row, Map<UUID, List<Sitting>> lines) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Request(
                new RequestId(id),
                row.getString("kind"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("clause")),
                row.getString("record"),
                row.getInt("projection"),
                row.getString("address"),
                new Actor(row.getString("requested_by")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                row.getString("revision"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(settled).map(OffsetDateTime::toInstant),
                lines.getOrDefault(id, List.of()));
    }

    private static Sitting sitting(ResultSet row) throws SQLException {
        return new Sitting(row.getInt("position"), row.getInt("seat"), seat(row), decision(row));
    }

    static Seat seat(ResultSet row) throws SQLException {
        UUID department = row.getObject("department", UUID.class);
        return new Seat(
                Arrays.asList((String[]) row.getArray("posts").getArray()),
                department == null ? null : new DepartmentId(department));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        @Nullable String verdict = row.getString("verdict");
        return verdict == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        Verdict.valueOf(verdict),
                        new PersonId(row.getObject("decided_by", UUID.class)),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("post"),
                        row.getBoolean("standing_in"),
                        row.getString("comment")));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
