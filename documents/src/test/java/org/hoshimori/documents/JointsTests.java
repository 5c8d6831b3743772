package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointsTests {

    @Test
    void keepsABracketWithWhatItOpensAndCloses() {
        assertThat(groups(Words.say("経営者等（", Words.sample("p", "", "代表取締役"), "）が負う")))
                .containsExactly("経営者等", "（+代", "表取締", "役+）", "が負う");
        assertThat(groups(Words.say("approved by the \"", Words.sample("p", "", "top secret"), "\", as ever")))
                .containsExactly("approved by the ", "\"+top", " ", "secret+\",", " as ever");
    }

    @Test
    void keepsAShortValueWithBothSides() {
        assertThat(groups(Words.say("（", Words.sample("p", "", "3"), "）。"))).containsExactly("（+3+）。");
        assertThat(groups(Words.say("以上", Words.sample("p", "", "3"), "回"))).containsExactly("以上", "3", "回");
    }

    @Test
    void tellsWhereARunBeginsAndEnds() {
        List<Joints.Group> groups =
                Joints.of(Words.say("（", Words.fill("p", "", "人事課長"), "）").runs());
        assertThat(groups.stream().flatMap(g -> g.pieces().stream()).filter(p -> p.run() instanceof Run.Value))
                .extracting(Joints.Piece::first)
                .containsExactly(true, false, false);
        assertThat(groups.stream().flatMap(g -> g.pieces().stream()).filter(p -> p.run() instanceof Run.Value))
                .extracting(Joints.Piece::last)
                .containsExactly(false, false, true);
    }

    @Test
    void losesNoWords() {
        String letters = "あ漢（）「」。、ab \"',.𠮷🚀";
        int[] points = letters.codePoints().toArray();
        Random random = new Random(20260401);
        for (int i = 0; i < 2_000; i++) {
            Object[] parts = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(p -> random.ints(random.nextInt(6), 0, points.length)
                            .mapToObj(at -> Character.toString(points[at]))
                            .collect(Collectors.joining()))
                    .toArray();
            Phrase phrase = Words.say(parts);
            assertThat(String.join("", groups(phrase)).replace("+", ""))
                    .isEqualTo(phrase.runs().stream().map(Run::text).collect(Collectors.joining()));
        }
    }

    private static List<String> groups(Phrase phrase) {
        return Joints.of(phrase.runs()).stream()
                .map(g -> g.pieces().stream().map(p -> p.run().text()).collect(Collectors.joining("+")))
                .toList();
    }
}
