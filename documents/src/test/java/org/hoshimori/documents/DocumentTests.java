package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTests {

    @Test
    void refusesAnIdThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regulations.japanese(false, List.of(Regulations.access(), Regulations.access())))
                .withMessage("id twice: acc");
    }

    @Test
    void refusesAnIdThatNoFormatCanHold() {
        for (String id : List.of("", "1", "_main", "a b", "a\"b", "a".repeat(201))) {
            Chapter chapter = new Chapter(id, "1", Phrase.EMPTY, Phrase.EMPTY, Phrase.EMPTY, List.of(), List.of());
            assertThatIllegalArgumentException().isThrownBy(() -> Regulations.japanese(false, List.of(chapter)));
        }
    }

    @Test
    void refusesARowThatDoesNotFitItsTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> Words.grid("t", "", "a|b", "1|2|3"));
    }

    @Test
    void refusesLevelsThatNoFormatHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Block.Section(List.of(), "1", Phrase.EMPTY, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Block.Item(List.of(), 3, Phrase.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Block.Step(List.of(), 0, Phrase.EMPTY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block.Excluded(List.of(), "1", Phrase.EMPTY, 0, Phrase.EMPTY));
    }

    @Test
    void dropsWhatCannotBePrinted() {
        assertThat(Phrase.of("a\u0000b\tc\nd\u0085e\u202Ef\uD800g\uFFFFh\uFEFF").plain())
                .isEqualTo("ab c d ef\uFFFDg\uFFFDh");
        assertThat(Phrase.of("𠮷🚀é－〇").plain()).isEqualTo("𠮷🚀é－〇");
    }

    @Test
    void saysPlainlyWhatAPhraseHolds() {
        Phrase phrase = Words.say("a", Words.fill("p", "l", "b"), new Run.Break(), Words.link("c", "d"));
        assertThat(phrase.plain()).isEqualTo("ab d");
        assertThat(phrase.isEmpty()).isFalse();
        assertThat(new Phrase(List.of(new Run.Break(), new Run.Text(" ", Set.of()))).isEmpty())
                .isTrue();
    }
}
