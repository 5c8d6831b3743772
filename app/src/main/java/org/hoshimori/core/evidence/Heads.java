package org.hoshimori.core.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Hash;
import org.hoshimori.proof.ProofRefused;
import org.hoshimori.proof.SignedHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed heads in the database. */
@Repository
class Heads {

    private final JdbcClient sql;

    Heads(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A head as it is kept.
     *
     * @param sequence of the last entry that it covers
     * @param tree the tree's state, to go on from
     */
    record Kept(int number, long sequence, SignedHead head, Frontier tree) {}

    Optional<Kept> last() {
        return sql.sql("SELECT * FROM evidence.head ORDER BY number DESC LIMIT 1")
                .query((row, n) -> {
                    List<Hash> frontier = hashes(row).stream().map(Hash::of).toList();
                    return new Kept(
                            row.getInt("number"),
                            row.getLong("sequence"),
                            SignedHead.parse(row.getString("line")),
                            frontier.isEmpty() ? Frontier.empty() : Frontier.of(row.getLong("size"), frontier));
                })
                .optional();
    }

    /**
     * A head as the database holds it, which may be forged.
     *
     * @param treeless has no tree at all
     * @param tree empty if the columns can't be a tree
     */
    record Row(
            int number, int epoch, long size, long sequence, String line, boolean treeless, Optional<Frontier> tree) {}

    /** All rows by number. */
    List<Row> rows() {
        return sql.sql("SELECT * FROM evidence.head ORDER BY number")
                .query((row, n) -> new Row(
                        row.getInt("number"),
                        row.getInt("epoch"),
                        row.getLong("size"),
                        row.getLong("sequence"),
                        row.getString("line"),
                        row.getLong("size") > 0 && hashes(row).isEmpty(),
                        tree(row)))
                .list();
    }

    private static Optional<Frontier> tree(ResultSet row) throws SQLException {
        try {
            return Optional.of(Frontier.of(
                    row.getLong("size"), hashes(row).stream().map(Hash::of).toList()));
        } catch (ProofRefused e) {
            return Optional.empty();
        }
    }

    private static List<byte[]> hashes(ResultSet row) throws SQLException {
        return List.of((byte[][]) row.getArray("frontier").getArray());
    }

    void insert(Kept kept) {
        sql.sql("""
                INSERT INTO evidence.head (number, epoch, size, sequence, line, frontier)
                VALUES (:number, :epoch, :size, :sequence, :line, :frontier)""")
                .param("number", kept.number())
                .param("epoch", kept.head().epoch())
                .param("size", kept.head().size())
                .param("sequence", kept.sequence())
                .param("line", kept.head().line())
                .param(
                        "frontier",
                        kept.tree().hashes().stream().map(Hash::bytes).toArray(byte[][]::new))
                .update();
    }

    /** A head that a restore knows of although its entries are lost; there is no tree to go on from. */
    void insertLost(int number, SignedHead head, long lastHeld) {
        sql.sql("""
                INSERT INTO evidence.head (number, epoch, size, sequence, line, frontier)
                VALUES (:number, :epoch, :size, :sequence, :line, '{}')""")
                .param("number", number)
                .param("epoch", head.epoch())
                .param("size", head.size())
                .param("sequence", lastHeld)
                .param("line", head.line())
                .update();
    }

    /** The number of a head that the database holds; found by epoch and size, of which no two heads are the same. */
    Optional<Integer> number(SignedHead head) {
        return sql.sql("SELECT number FROM evidence.head WHERE epoch = :epoch AND size = :size AND line = :line")
                .param("epoch", head.epoch())
                .param("size", head.size())
                .param("line", head.line())
                .query(Integer.class)
                .optional();
    }

    /** All heads after this number, oldest first. */
    List<SignedHead> after(int number) {
        return sql.sql("SELECT line FROM evidence.head WHERE number > :number ORDER BY number")
                .param("number", number)
                .query((row, n) -> SignedHead.parse(row.getString(1)))
                .list();
    }
}
