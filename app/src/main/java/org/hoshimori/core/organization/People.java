package org.hoshimori.core.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People in the database. */
@Repository
class People {

    private static final String COLUMNS = """
            id, staff_number, family_name, given_name, family_kana, given_kana, mail, kind, department, language,
            joined_on, leaves_on, version""";

    private final JdbcClient sql;

    People(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Person person) {
        bound(sql.sql("""
                INSERT INTO organization.person
                  (id, staff_number, family_name, given_name, family_kana, given_kana, mail, kind, department, language,
                   joined_on, leaves_on, searched, bigrams)
                VALUES (:id, :number, :family, :given, :familyKana, :givenKana, :mail, :kind, :department, :language,
                   :joined, :leaves, :searched, :bigrams)"""), person).update();
    }

    /** False if somebody else was quicker. */
    boolean update(Person person) {
        return bound(sql.sql("""
                UPDATE organization.person
                   SET staff_number = :number, family_name = :family, given_name = :given, family_kana = :familyKana,
                       given_kana = :givenKana, mail = :mail, kind = :kind, department = :department,
                       language = :language, joined_on = :joined, leaves_on = :leaves, searched = :searched, bigrams = :bigrams,
                       version = version + 1
                 WHERE id = :id AND version = :version"""), person).param("version", person.version()).update() == 1;
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Person person) {
        String[] searched = {
            Bigrams.folded(person.name().family() + person.name().given()),
            Bigrams.folded(person.name().familyKana() + person.name().givenKana()),
            Bigrams.folded(person.mail()),
            Bigrams.folded(person.staffNumber())
        };
        return statement
                .param("id", person.id().value())
                .param("number", person.staffNumber())
                .param("family", person.name().family())
                .param("given", person.name().given())
                .param("familyKana", person.name().familyKana())
                .param("givenKana", person.name().givenKana())
                .param("mail", person.mail())
                .param("kind", person.employment().code())
                .param(
                        "department",
                        person.inDepartment().map(DepartmentId::value).orElse(null))
                .param("language", person.language())
                .param("joined", person.joinedOn())
                .param("leaves", person.leavesOn())
                .param("searched", String.join("\n", searched))
                .param("bigrams", Bigrams.of(searched));
    }

    /** What of a person somebody else bears already. */
    record Taken(boolean staffNumber, boolean mail) {}

    Taken taken(Person person) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM organization.person WHERE staff_number = :number AND id <> :id) AS number,
                       EXISTS (SELECT 1 FROM organization.person WHERE lower(mail) = lower(:mail) AND id <> :id) AS mail""")
                .param("number", person.staffNumber())
                .param("mail", person.mail())
                .param("id", person.id().value())
                .query((row, n) -> new Taken(row.getBoolean("number"), row.getBoolean("mail")))
                .single();
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("SELECT " + COLUMNS + " FROM organization.person WHERE id = :id")
                .param("id", id.value())
                .query(People::person)
                .optional();
    }

    Map<PersonId, Person> find(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        UUID[] values = ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
        return sql
                .sql("SELECT " + COLUMNS + " FROM organization.person WHERE id = ANY (:ids)")
                .param("ids", values)
                .query(People::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, p -> p));
    }

    List<Person> numbered(Collection<String> numbers) {
        return sql.sql("SELECT " + COLUMNS + " FROM organization.person WHERE staff_number = ANY (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(People::person)
                .list();
    }

    /** Those whose staff number, mail address or full name, blanks aside, is one of these texts. */
    List<Person> called(Collection<String> texts) {
        return sql.sql("SELECT " + COLUMNS + " FROM organization.person" + """

                 WHERE staff_number = ANY (:texts) OR lower(mail) = ANY (:small)
                    OR replace(family_name || given_name, ' ', '') = ANY (:bare)""")
                .param("texts", texts.toArray(String[]::new))
                .param(
                        "small",
                        texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).toArray(String[]::new))
                .param("bare", texts.stream().map(People::bare).toArray(String[]::new))
                .query(People::person)
                .list();
    }

    /** A name without the blank that some write between family and given name. */
    static String bare(String name) {
        return name.replaceAll("\\s", "");
    }

    /** Ids of those, also who have left, whose name, reading, mail or number holds all of the words. */
    List<PersonId> named(String words, int most) {
        String[] asked = Bigrams.folded(words).strip().split("\\s+");
        return sql.sql("""
                SELECT id FROM organization.person
                 WHERE bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)
                 LIMIT :most""")
                .param("bigrams", Bigrams.asked(asked))
                .param("words", asked)
                .param("most", most)
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    Set<String> mailDomains() {
        return Set.copyOf(sql.sql("SELECT DISTINCT lower(substring(mail from '@([^@]+)$')) FROM organization.person"
                        + " WHERE mail LIKE '%_@_%'")
                .query(String.class)
                .list());
    }

    Optional<Person> findByMail(String mail) {
        return sql.sql("SELECT " + COLUMNS + " FROM organization.person WHERE lower(mail) = lower(:mail)")
                .param("mail", mail)
                .query(People::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        UUID department = row.getObject("department", UUID.class);
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("staff_number"),
                new PersonName(
                        row.getString("family_name"),
                        row.getString("given_name"),
                        row.getString("family_kana"),
                        row.getString("given_kana")),
                row.getString("mail"),
                Person.Employment.of(row.getString("kind")),
                department == null ? null : new DepartmentId(department),
                row.getString("language"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("leaves_on", LocalDate.class),
                row.getInt("version"));
    }
}
