package org.hoshimori.chapters.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log in the database, to which entries are only added. */
@Repository("processingEntries")
class Entries {

    static final int PAGE = 50;

    private static final int MOST_PAGES = 1_000_000;

    private final JdbcClient sql;

    Entries(JdbcClient sql) {
        this.sql = sql;
    }

    /** An entry, and whether another has put it right. */
    record Line(Entry entry, boolean corrected) {}

    /**
     * What is asked for; what is empty does not matter.
     *
     * @param handler whose only
     * @param lacking whether only what lacks a basis or a recipient
     * @param page from 1
     */
    record Wish(
            String words,
            String sensor,
            String deed,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<PersonId> handler,
            boolean lacking,
            int page) {
        Wish {
            words = words.strip();
            page = Math.clamp(page, 1, MOST_PAGES);
        }

        /** The filters, as an address repeats them; the page aside. */
        public Map<String, String> asked() {
            return Map.of(
                    "q",
                    words,
                    "sensor",
                    sensor,
                    "deed",
                    deed,
                    "from",
                    from.map(LocalDate::toString).orElse(""),
                    "until",
                    until.map(LocalDate::toString).orElse(""),
                    "lacking",
                    lacking ? "true" : "");
        }
    }

    /** A page of entries and how many there are in all. */
    record Page(List<Line> lines, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    void insert(Entry entry) {
        String[] searched = {
            Bigrams.folded(entry.record()), Bigrams.folded(entry.words()), Bigrams.folded(entry.recipient())
        };
        sql.sql("""
                INSERT INTO processing.entry
                  (id, day, record, handler, sensor, resolution, deed, words, party, recipient, basis, basis_note, corrects,
                   entered_at, entered_by, searched, bigrams)
                VALUES (:id, :day, :record, :handler, :sensor, :resolution, :deed, :words, :party, :recipient, :basis, :note,
                   :corrects, :at, :by, :searched, :bigrams)""")
                .param("id", entry.id())
                .param("day", entry.day())
                .param("record", entry.record())
                .param("handler", entry.handler().value())
                .param("sensor", entry.sensor())
                .param("resolution", entry.resolution())
                .param("deed", entry.deed().code())
                .param("words", entry.words())
                .param("party", entry.toParty().map(ItemId::value).orElse(null))
                .param("recipient", entry.recipient())
                .param("basis", entry.basis())
                .param("note", entry.basisNote())
                .param("corrects", entry.correcting().orElse(null))
                .param("at", entry.enteredAt().atOffset(ZoneOffset.UTC))
                .param("by", entry.enteredBy())
                .param("searched", String.join("\n", searched))
                .param("bigrams", Bigrams.of(searched))
                .update();
    }

    Optional<Line> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<Line> find(Collection<UUID> ids) {
        return sql.sql("SELECT e.*, " + CORRECTED + " FROM processing.entry e WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Entries::line)
                .list();
    }

    private static final String CORRECTED =
            "EXISTS (SELECT 1 FROM processing.entry o WHERE o.corrects = e.id) AS corrected";

    Page page(Wish wish) {
        long total = bound(sql.sql("SELECT count(*) FROM processing.entry e" + where(wish)), wish)
                .query((row, n) -> row.getLong(1))
                .single();
        return new Page(rows(wish, PAGE, (wish.page() - 1) * PAGE), total, wish.page());
    }

    /** So many of what is wished for, whatever the page, the newest first. */
    List<Line> rows(Wish wish, int most, int after) {
        return bound(
                        sql.sql("SELECT e.*, " + CORRECTED + " FROM processing.entry e" + where(wish)
                                + " ORDER BY day DESC, entered_at DESC, id LIMIT :limit OFFSET :offset"),
                        wish)
                .param("limit", most)
                .param("offset", after)
                .query(Entries::line)
                .list();
    }

    private static String where(Wish wish) {
        return " WHERE true"
                + (wish.words().isEmpty() ? "" : """

                   AND bigrams @> CAST(:bigrams AS text[])
                   AND (SELECT bool_and(strpos(searched, word) > 0) FROM unnest(CAST(:words AS text[])) word)""")
                + (wish.sensor().isEmpty() ? "" : " AND sensor = :sensor")
                + (wish.deed().isEmpty() ? "" : " AND deed = :deed")
                + (wish.from().isEmpty() ? "" : " AND day >= :from")
                + (wish.until().isEmpty() ? "" : " AND day <= :until")
                + (wish.handler().isEmpty() ? "" : " AND handler = :handler")
                + (wish.lacking() ? """

                   AND (basis = '' OR (deed = 'provided' AND party IS NULL AND recipient = ''))
                   AND NOT EXISTS (SELECT 1 FROM processing.entry o WHERE o.corrects = e.id)""" : "");
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Wish wish) {
        String[] words = Bigrams.folded(wish.words()).split("\\s+");
        return statement
                .param("words", words)
                .param("bigrams", Bigrams.asked(words))
                .param("sensor", wish.sensor())
                .param("deed", wish.deed())
                .param("from", wish.from().orElse(null))
                .param("until", wish.until().orElse(null))
                .param("handler", wish.handler().map(PersonId::value).orElse(null));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        UUID party = row.getObject("party", UUID.class);
        return new Line(
                new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getString("record"),
                        new PersonId(row.getObject("handler", UUID.class)),
                        row.getString("sensor"),
                        row.getString("resolution"),
                        Entry.Deed.find(row.getString("deed")).orElseThrow(),
                        row.getString("words"),
                        party == null ? null : new ItemId(party),
                        row.getString("recipient"),
                        row.getString("basis"),
                        row.getString("basis_note"),
                        row.getObject("corrects", UUID.class),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        row.getString("entered_by")),
                row.getBoolean("corrected"));
    }
}
