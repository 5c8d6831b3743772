package org.hoshimori.core.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.junit.jupiter.api.Test;

class HashMemoryTests {

    private final HashMemory memory = new HashMemory(4);

    @Test
    void givesTheSameInTheSameOrderOnceAllAreBack() {
        List<Block> first = take(4);
        Collections.reverse(first);
        first.forEach(memory::deallocate);
        assertThat(memory.inUse()).isFalse();
        Collections.reverse(first);
        assertThat(take(4)).containsExactlyElementsOf(first);
    }

    @Test
    void givesNoneAgainThatSomebodyMayStillUse() {
        List<Block> all = take(3);
        memory.deallocate(all.getFirst());
        assertThat(memory.inUse()).isTrue();
        assertThat(all).doesNotContain(memory.allocate());
    }

    @Test
    void givesNewOnesBeyondWhatItKeeps() {
        List<Block> all = take(6);
        assertThat(all).doesNotHaveDuplicates();
        all.forEach(memory::deallocate);
        assertThat(take(6).subList(0, 4)).containsExactlyElementsOf(all.subList(0, 4));
    }

    private List<Block> take(int number) {
        return new ArrayList<>(Stream.generate(memory::allocate).limit(number).toList());
    }
}
