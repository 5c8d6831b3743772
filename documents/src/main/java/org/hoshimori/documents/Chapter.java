package org.hoshimori.documents;

import java.util.List;

/**
 * A chapter with its head table.
 *
 * @param id the anchor, the chapter's mnemonic ({@code ast})
 * @param number as printed, without words around it; empty for a chapter without one
 * @param revisedOn the chapter's own revision date (改訂日)
 * @param scope to whom and what it applies (適用範囲)
 * @param csf categories of NIST CSF 2.0 that it answers
 */
public record Chapter(
        String id, String number, Phrase title, Phrase revisedOn, Phrase scope, List<String> csf, List<Block> blocks) {

    /** Keeps its own copies. */
    public Chapter {
        csf = List.copyOf(csf);
        blocks = List.copyOf(blocks);
    }

    /** Whether there is anything to say in a head table. */
    boolean headed() {
        return !revisedOn.isEmpty() || !scope.isEmpty() || !csf.isEmpty();
    }
}
