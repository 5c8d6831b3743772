package org.hoshimori.core.passwords;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.jspecify.annotations.Nullable;

/**
 * Memory of one computation of Argon2 at a time. It gives the same blocks in the same order each time, so that neighbours of the
 * computation stay neighbours in the machine's memory; blocks that come back in another order cost half as much time again. Used by one
 * thread at a time.
 */
final class HashMemory implements BlockPool {

    private final @Nullable Block[] blocks;
    private int next;
    private int out;

    /** Keeps so many blocks of 1 KiB; whoever asks for more gets new ones. */
    HashMemory(int kept) {
        this.blocks = new @Nullable Block[kept];
    }

    @Override
    public Block allocate() {
        out++;
        if (next == blocks.length) {
            return new Block();
        }
        Block block = blocks[next];
        if (block == null) {
            block = new Block();
            blocks[next] = block;
        }
        next++;
        return block;
    }

    /** Cleared by whoever gives it back. None is given again before all are back. */
    @Override
    public void deallocate(Block block) {
        out--;
        if (out == 0) {
            next = 0;
        }
    }

    /** Whether some have not come back, so that none of them can be given again. */
    boolean inUse() {
        return out > 0;
    }
}
