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

    /** All heads after one, oldest first. */
    List<SignedHead> after(Optional<SignedHead> head) {
        String from = head.map(SignedHead::line).orElse("");
        return sql.sql("""
                SELECT line FROM evidence.head
                 WHERE number > coalesce((SELECT number FROM evidence.head WHERE line = :line), 0) ORDER BY number""")
                .param("line", from)
                .query((row, n) -> SignedHead.parse(row.getString(1)))
                .list();
    }

    boolean holds(SignedHead head) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM evidence.head WHERE line = :line)")
                .param("line", head.line())
                .query(Boolean.class)
                .single();
    }
}
