package org.hoshimori.core.scim;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the identity provider calls our people. */
@Repository
class Links {

    private final JdbcClient sql;

    Links(JdbcClient sql) {
        this.sql = sql;
    }

    /** A page of the register, by staff number, and how many there are. */
    record Page(List<PersonId> people, long total) {}

    Optional<PersonId> find(String externalId) {
        return sql.sql("SELECT person FROM scim.link WHERE external_id = :id")
                .param("id", externalId)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    Map<PersonId, String> of(Collection<PersonId> people) {
        Map<PersonId, String> links = new HashMap<>();
        sql.sql("SELECT person, external_id FROM scim.link WHERE person = ANY (:people)")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    links.put(new PersonId(row.getObject("person", UUID.class)), row.getString("external_id"));
                });
        return links;
    }

    /** False if another person is called so. */
    boolean keep(PersonId person, String externalId) {
        if (find(externalId).filter(p -> !p.equals(person)).isPresent()) {
            return false;
        }
        if (externalId.isEmpty()) {
            sql.sql("DELETE FROM scim.link WHERE person = :person")
                    .param("person", person.value())
                    .update();
            return true;
        }
        return sql.sql("""
                INSERT INTO scim.link (person, external_id) VALUES (:person, :id)
                ON CONFLICT (person) DO UPDATE SET external_id = excluded.external_id""")
                        .param("person", person.value())
                        .param("id", externalId)
                        .update()
                == 1;
    }

    Page page(int most, long after) {
        List<PersonId> people = sql.sql(
                        "SELECT id FROM facts.person ORDER BY staff_number, id LIMIT :most OFFSET :after")
                .param("most", most)
                .param("after", after)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
        long total =
                sql.sql("SELECT count(*) FROM facts.person").query(Long.class).single();
        return new Page(people, total);
    }
}
