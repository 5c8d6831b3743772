package org.hoshimori.core.approvals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.core.evidence.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have said to requests. */
@Repository
class Remarks {

    private final JdbcClient sql;

    Remarks(JdbcClient sql) {
        this.sql = sql;
    }

    /** Something said. */
    record Remark(Instant at, Actor by, String words) {}

    void insert(RequestId request, Instant at, Actor by, String words) {
        sql.sql("INSERT INTO approvals.remark (request, at, by, words) VALUES (:request, :at, :by, :words)")
                .param("request", request.value())
                .param("at", Requests.at(at))
                .param("by", by.id())
                .param("words", words)
                .update();
    }

    List<Remark> of(RequestId request) {
        return sql.sql("SELECT at, by, words FROM approvals.remark WHERE request = :request ORDER BY at")
                .param("request", request.value())
                .query((row, n) -> new Remark(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Actor(row.getString("by")),
                        row.getString("words")))
                .list();
    }
}
