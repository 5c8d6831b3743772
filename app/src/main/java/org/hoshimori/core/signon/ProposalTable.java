package org.hoshimori.core.signon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which group there means which post here, and what was proposed because of it. */
@Repository
class ProposalTable {

    private final JdbcClient sql;
    private final Clock clock;

    ProposalTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Posts by groups. */
    Map<String, String> mapping() {
        Map<String, String> posts = new TreeMap<>();
        sql.sql("SELECT grp, post FROM signon.group_post")
                .query((row, n) -> Map.entry(row.getString("grp"), row.getString("post")))
                .list()
                .forEach(e -> posts.put(e.getKey(), e.getValue()));
        return posts;
    }

    void map(String group, String post) {
        sql.sql("""
                INSERT INTO signon.group_post (grp, post) VALUES (:grp, :post)
                ON CONFLICT (grp) DO UPDATE SET post = excluded.post""").param("grp", group).param("post", post).update();
    }

    boolean unmap(String group) {
        return sql.sql("DELETE FROM signon.group_post WHERE grp = :grp")
                        .param("grp", group)
                        .update()
                == 1;
    }

    /** Proposes it, unless it was proposed before, whatever came of it. */
    void propose(PersonId person, String post, String group) {
        sql.sql("""
                INSERT INTO signon.proposal (id, person, post, grp, at) VALUES (:id, :person, :post, :grp, :now)
                ON CONFLICT (person, post) DO NOTHING""")
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("post", post)
                .param("grp", group)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Takes back what is open and no group asks for any more. */
    void keepOnly(PersonId person, Collection<String> posts) {
        sql.sql("""
                DELETE FROM signon.proposal
                 WHERE person = :person AND state = 'open' AND NOT post = ANY (:posts)""")
                .param("person", person.value())
                .param("posts", posts.toArray(String[]::new))
                .update();
    }

    List<Proposal> open() {
        return sql.sql("SELECT * FROM signon.proposal WHERE state = 'open' ORDER BY at, id")
                .query(this::proposal)
                .list();
    }

    Optional<Proposal> find(UUID id) {
        return sql.sql("SELECT * FROM signon.proposal WHERE id = :id AND state = 'open' FOR UPDATE")
                .param("id", id)
                .query(this::proposal)
                .optional();
    }

    void decide(UUID id, boolean accepted) {
        sql.sql("UPDATE signon.proposal SET state = :state WHERE id = :id")
                .param("state", accepted ? "accepted" : "declined")
                .param("id", id)
                .update();
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("post"),
                row.getString("grp"),
                row.getObject("at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()));
    }
}
