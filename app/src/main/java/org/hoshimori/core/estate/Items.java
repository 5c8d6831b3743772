package org.hoshimori.core.estate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items in the database. */
@Repository
class Items {

    private final JdbcClient sql;
    private final Clock clock;

    Items(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** False if another one bears the number. */
    boolean insert(Item item) {
        return bound(sql.sql("""
                INSERT INTO estate.item
                  (id, noun, number, name, sort, owner, department, level, state, note, searched, bigrams, changed_at)
                VALUES (:id, :noun, :number, :name, :sort, :owner, :department, :level, :state, :note, :searched, :bigrams,
                   :now)
                ON CONFLICT (noun, number) DO NOTHING"""), item).param("noun", item.noun().code()).update() == 1;
    }

    /** False if somebody else was quicker. */
    boolean update(Item item) {
        return bound(sql.sql("""
                UPDATE estate.item
                   SET number = :number, name = :name, sort = :sort, owner = :owner, department = :department,
                       level = :level, state = :state, note = :note, searched = :searched, bigrams = :bigrams,
                       changed_at = :now, version = version + 1
                 WHERE id = :id AND version = :version"""), item).param("version", item.version()).update() == 1;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Item item) {
        String[] searched = {Bigrams.folded(item.name()), Bigrams.folded(item.number()), Bigrams.folded(item.note())};
        return statement
                .param("id", item.id().value())
                .param("number", item.number())
                .param("name", item.name())
                .param("sort", item.sort())
                .param("owner", item.ownedBy().map(PersonId::value).orElse(null))
                .param(
                        "department",
                        item.inDepartment().map(DepartmentId::value).orElse(null))
                .param("level", item.level())
                .param("state", item.state().code())
                .param("note", item.note())
                .param("searched", String.join("\n", searched))
                .param("bigrams", Bigrams.of(searched))
                .param("now", OffsetDateTime.now(clock));
    }

    /** Until the end of the transaction nobody else changes a number of this noun; a new one that is given out meanwhile stops the change. */
    void lock(Noun noun) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('estate.' || :noun))")
                .param("noun", noun.code())
                .query((row, n) -> 0)
                .list();
    }

    boolean numberTaken(Item item) {
        return sql.sql(
                        "SELECT EXISTS (SELECT 1 FROM estate.item WHERE noun = :noun AND number = :number AND id <> :id)")
                .param("noun", item.noun().code())
                .param("number", item.number())
                .param("id", item.id().value())
                .query(Boolean.class)
                .single();
    }

    Optional<Item> find(ItemId id) {
        return sql.sql("SELECT * FROM estate.item WHERE id = :id")
                .param("id", id.value())
                .query(Items::item)
                .optional();
    }

    List<Item> find(Collection<ItemId> ids) {
        return sql.sql("SELECT * FROM estate.item WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(ItemId::value).toArray(UUID[]::new))
                .query(Items::item)
                .list();
    }

    List<Item> numbered(Noun noun, Collection<String> numbers) {
        return sql.sql("SELECT * FROM estate.item WHERE noun = :noun AND number = ANY (:numbers)")
                .param("noun", noun.code())
                .param("numbers", numbers.toArray(String[]::new))
                .query(Items::item)
                .list();
    }

    List<Item> called(Collection<Noun> nouns, Collection<String> numbersOrNames) {
        return sql.sql("""
                SELECT * FROM estate.item
                 WHERE noun = ANY (:nouns) AND (number = ANY (:called) OR name = ANY (:called)) AND state <> 'retired'
                 ORDER BY number, id""")
                .param("nouns", nouns.stream().map(Noun::code).toArray(String[]::new))
                .param("called", numbersOrNames.toArray(String[]::new))
                .query(Items::item)
                .list();
    }

    List<Item> ownedBy(PersonId person) {
        return sql.sql("SELECT * FROM estate.item WHERE owner = :owner AND state <> 'retired' ORDER BY noun, number")
                .param("owner", person.value())
                .query(Items::item)
                .list();
    }

    /** Of all nouns, those whose name, number or note holds all of the words. */
    List<Item> named(String words, int most) {
        String[] asked = Bigrams.folded(words).strip().split("\\s+");
        return sql.sql("""
                SELECT * FROM estate.item
                 WHERE bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)
                 LIMIT :most""")
                .param("bigrams", Bigrams.asked(asked))
                .param("words", asked)
                .param("most", most)
                .query(Items::item)
                .list();
    }

    static Item item(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner", UUID.class);
        UUID department = row.getObject("department", UUID.class);
        return new Item(
                new ItemId(row.getObject("id", UUID.class)),
                Noun.of(row.getString("noun")),
                row.getString("number"),
                row.getString("name"),
                row.getString("sort"),
                owner == null ? null : new PersonId(owner),
                department == null ? null : new DepartmentId(department),
                row.getInt("level"),
                Item.State.of(row.getString("state")),
                row.getString("note"),
                row.getInt("version"));
    }
}
