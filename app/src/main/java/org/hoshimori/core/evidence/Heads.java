package org.hoshimori.core.evidence;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Hash;
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
                    Array hashes = row.getArray("frontier");
                    List<Hash> frontier = Arrays.stream((byte[][]) hashes.getArray())
                            .map(Hash::of)
                            .toList();
                    return new Kept(
                            row.getInt("number"),
                            row.getLong("sequence"),
                            SignedHead.parse(row.getString("line")),
                            Frontier.of(row.getLong("size"), frontier));
                })
                .optional();
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
