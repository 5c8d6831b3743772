package org.hoshimori.core.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.EpochStart;
import org.hoshimori.proof.Hash;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.Problem;
import org.hoshimori.proof.ProofRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries in the database. */
@Repository
class Entries {

    private static final int AT_A_TIME = 1_000;
    private static final String ALL = """
            SELECT e.*, d.salt, d.detail FROM evidence.entry e LEFT JOIN evidence.detail d USING (sequence)""";
    private static final String NEXT = """
            WITH own AS MATERIALIZED (SELECT pg_current_xact_id() AS number),
                 last AS MATERIALIZED (SELECT epoch FROM evidence.entry WHERE act = :act ORDER BY sequence DESC LIMIT 1)
            SELECT nextval('evidence.entry_sequence') AS sequence, coalesce((SELECT epoch FROM last), 1) AS epoch
              FROM own""";

    private final JdbcClient sql;
    private final JdbcTemplate stream;
    private final NamedParameterJdbcTemplate batches;

    Entries(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.stream = template;
        this.batches = new NamedParameterJdbcTemplate(template);
    }

    /** Where an entry will stand. */
    record Place(long sequence, int epoch) {}

    /**
     * The next places, in order. The transaction gets its own number first: the sealer waits for all transactions below a number to
     * end, and must not miss one that holds a sequence already.
     */
    List<Place> next(int howMany) {
        // With a number of rows that it sees only then, the database plans it anew each time, which is most of what it
        // costs.
        return (howMany == 1
                        ? sql.sql(NEXT + " WHERE own.number IS NOT NULL")
                        : sql.sql(NEXT + ", generate_series(1, :many) WHERE own.number IS NOT NULL")
                                .param("many", howMany))
                .param("act", EpochStart.ACT)
                .query((row, n) -> new Place(row.getLong("sequence"), row.getInt("epoch")))
                .list();
    }

    /** In one round to the database. */
    void insert(List<Entry> entries) {
        batches.batchUpdate("""
                WITH entry AS (INSERT INTO evidence.entry
                  (sequence, epoch, time, actor, act, subject, clause, revision, demo, commitment, leaf, mac)
                VALUES (:sequence, :epoch, :time, :actor, :act, :subject, :clause, :revision, :demo, :commitment, :leaf, :mac))
                INSERT INTO evidence.detail (sequence, salt, detail) VALUES (:sequence, :salt, :detail)""", entries.stream().map(Entries::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Entry entry) {
        Header header = entry.header();
        return new MapSqlParameterSource()
                .addValue("sequence", header.sequence())
                .addValue("epoch", header.epoch())
                .addValue("time", OffsetDateTime.ofInstant(header.time(), ZoneOffset.UTC))
                .addValue("actor", header.actor())
                .addValue("act", header.act())
                .addValue("subject", header.subject())
                .addValue("clause", header.clause())
                .addValue("revision", header.revision())
                .addValue("demo", header.demo())
                .addValue("commitment", entry.commitment().bytes())
                .addValue("leaf", entry.leaf().bytes())
                .addValue("mac", bytes(entry.mac()))
                .addValue("salt", entry.salt())
                .addValue("detail", entry.detail());
    }

    /** Gives an entry to each sequence that bears none, from after one up to another. */
    void fill(long after, long upTo, LongFunction<Entry> unused) {
        insert(sql.sql("""
                SELECT s FROM generate_series(:from, :to) s
                 WHERE NOT EXISTS (SELECT 1 FROM evidence.entry e WHERE e.sequence = s)""")
                .param("from", after + 1)
                .param("to", upTo)
                .query((row, n) -> unused.apply(row.getLong(1)))
                .list());
    }

    /** The last sequence that was given out, used or not; 0 for none. */
    long givenOut() {
        return sql.sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM evidence.entry_sequence")
                .query(Long.class)
                .single();
    }

    /** The sequence and epoch of the last entry, if there is one. */
    Optional<Epochs.Epoch> last() {
        return sql.sql("SELECT epoch, sequence FROM evidence.entry ORDER BY sequence DESC LIMIT 1")
                .query((row, n) -> new Epochs.Epoch(row.getInt("epoch"), row.getLong("sequence")))
                .optional();
    }

    private static byte @Nullable [] bytes(@Nullable Hash hash) {
        return hash == null ? null : hash.bytes();
    }

    /** Hands over the entries from after one sequence up to another, in order, without holding them all. */
    void read(long after, long upTo, Consumer<Entry> to) {
        rows(after, upTo, row -> to.accept(entry(row)));
    }

    /** The same, with rows that no entry can be apart. */
    void read(long after, long upTo, Consumer<Entry> to, ObjLongConsumer<Problem> unreadable) {
        rows(after, upTo, row -> {
            Entry entry;
            try {
                entry = entry(row);
            } catch (ProofRefused e) {
                unreadable.accept(e.problem(), row.getLong("sequence"));
                return;
            }
            to.accept(entry);
        });
    }

    private void rows(long after, long upTo, RowCallbackHandler each) {
        stream.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            ALL + " WHERE e.sequence > ? AND e.sequence <= ? ORDER BY e.sequence");
                    statement.setFetchSize(AT_A_TIME);
                    statement.setLong(1, after);
                    statement.setLong(2, upTo);
                    return statement;
                },
                each);
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Header(
                        row.getLong("sequence"),
                        row.getInt("epoch"),
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("clause"),
                        row.getString("revision"),
                        row.getBoolean("demo")),
                row.getBytes("detail"),
                row.getBytes("salt"),
                Hash.of(row.getBytes("commitment")),
                Hash.of(row.getBytes("leaf")),
                Hash.of(row.getBytes("mac")));
    }
}
