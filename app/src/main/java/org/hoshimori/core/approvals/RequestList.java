package org.hoshimori.core.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which requests concern somebody: found by the seats that are waiting, however many requests there are. */
@Repository
class RequestList {

    static final int PAGE = 50;

    private static final String LATEST = "r.requested_at DESC, r.id";

    private final JdbcClient sql;

    RequestList(JdbcClient sql) {
        this.sql = sql;
    }

    /** A page of requests and how many there are in all. */
    record Page(List<RequestId> ids, long total) {}

    /** Seats that wait alike: one post, one who asks. */
    private record Waiting(Seat seat, String requestedBy) {}

    /** Open requests that somebody may decide now, the oldest first. */
    Page toDecide(PersonId who, Seating seating, int page) {
        List<Waiting> waiting = sql
                .sql("""
                SELECT DISTINCT s.posts, s.department, r.requested_by
                  FROM approvals.seat s JOIN approvals.request r ON r.id = s.request WHERE s.waiting""")
                .query((row, n) -> new Waiting(Requests.seat(row), row.getString("requested_by")))
                .list()
                .stream()
                .filter(w -> !w.requestedBy().equals("person:" + who))
                .filter(w -> Seating.taken(seating.of(w.seat(), Approvals.person(new Actor(w.requestedBy()))), who)
                        .isPresent())
                .toList();
        if (waiting.isEmpty()) {
            return new Page(List.of(), 0);
        }
        List<String> posts = new ArrayList<>();
        List<UUID> departments = new ArrayList<>();
        List<String> by = new ArrayList<>();
        for (Waiting each : waiting) {
            posts.add(String.join(",", each.seat().posts()));
            departments.add(each.seat().inDepartment().map(DepartmentId::value).orElse(null));
            by.add(each.requestedBy());
        }
        return page(
                """
                 WHERE r.id IN (SELECT s.request FROM approvals.seat s JOIN approvals.request q ON q.id = s.request
                                  JOIN unnest(CAST(:posts AS text[]), CAST(:departments AS uuid[]), CAST(:by AS text[]))
                                       AS mine (posts, department, by)
                                    ON array_to_string(s.posts, ',') = mine.posts AND q.requested_by = mine.by
                                   AND s.department IS NOT DISTINCT FROM mine.department
                                 WHERE s.waiting)
                """,
                "r.requested_at, r.id",
                page,
                Map.of(
                        "posts", posts.toArray(String[]::new),
                        "departments", departments.toArray(UUID[]::new),
                        "by", by.toArray(String[]::new)));
    }

    /** What somebody has asked, the latest first. */
    Page asked(Actor by, int page) {
        return page(" WHERE r.requested_by = :by ", LATEST, page, Map.of("by", by.id()));
    }

    /** All, the latest first. */
    Page all(Optional<State> state, int page) {
        return state.map(s -> page(" WHERE r.state = :state ", LATEST, page, Map.of("state", s.name())))
                .orElseGet(() -> page("", LATEST, page, Map.of()));
    }

    /** Those that are open, the latest first, at most so many. */
    List<RequestId> open(int most) {
        return sql.sql("SELECT id FROM approvals.request WHERE state = 'OPEN' ORDER BY requested_at DESC LIMIT :most")
                .param("most", most)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    private Page page(String where, String order, int page, Map<String, ?> asked) {
        long total = sql.sql("SELECT count(*) FROM approvals.request r" + where)
                .params(asked)
                .query(Long.class)
                .single();
        List<RequestId> ids = sql.sql("SELECT r.id FROM approvals.request r" + where + " ORDER BY " + order
                        + " LIMIT :limit OFFSET :offset")
                .params(asked)
                .param("limit", PAGE)
                .param("offset", (page - 1) * PAGE)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
        return new Page(ids, total);
    }
}
