package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypesettingTests {

    private static final long SEED = 20260401;

    @Test
    void sharesTheWholeWidthAmongColumns() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            int columns = 1 + random.nextInt(7);
            String[] cells = new String[columns];
            Arrays.setAll(cells, c -> "情報security ".repeat(random.nextInt(12)));
            Block.Grid grid = Words.grid("t", "", "見出し|".repeat(columns), String.join("|", cells));
            int[] widths = ColumnWidths.of(grid, 9412);
            assertThat(IntStream.of(widths).sum()).isEqualTo(9412);
            assertThat(IntStream.of(widths).min().orElseThrow()).isGreaterThan(9412 / 40);
        }
    }

    @Test
    void letsShortColumnsKeepTheirWidthAndObeysWeights() {
        int[] widths = ColumnWidths.of(Words.grid("t", "", "役職|責任", "システム管理者|" + "社内の情報システムに要る対策".repeat(6)), 100);
        assertThat(widths[0]).isBetween(15, 25);
        Block.Grid grid = new Block.Grid(
                List.of(),
                Phrase.EMPTY,
                List.of(new Block.Grid.Column(Phrase.of("a"), 1), new Block.Grid.Column(Phrase.of("b"), 3)),
                List.of());
        assertThat(ColumnWidths.of(grid, 100)).containsExactly(25, 75);
    }

    @Test
    void circlesNumbersAsFarAsUnicodeDoes() {
        assertThat(IntStream.of(1, 20, 21, 35, 36, 50, 51).mapToObj(CircledNumber::of))
                .containsExactly("①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)");
    }

    @Test
    void neverBeginsALineWithAStopOrEndsItWithAnOpeningBracket() {
        String text = "情報（極秘）は、「ディスク」ごと暗号化する。ウィルスチェックも行っている※注。";
        FSTextBreaker breaks = new JapaneseLineBreaks();
        breaks.setText(text);
        List<Integer> at = new ArrayList<>();
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            at.add(next);
        }
        assertThat(at).hasSizeGreaterThan(15).contains(text.length());
        for (int i : at.subList(0, at.size() - 1)) {
            assertThat("、。）」ィッェ").doesNotContain(text.substring(i, i + 1));
            assertThat("（「※").doesNotContain(text.substring(i - 1, i));
        }
    }

    @Test
    void estimatesPagesInOrder() {
        List<PageEstimate.Entry> entries = PageEstimate.of(Regulations.large(false));
        assertThat(entries).hasSize(11 + 11 * 14);
        assertThat(entries.stream().map(PageEstimate.Entry::page)).isSorted();
        assertThat(entries.getLast().page()).isBetween(40, 70);
    }

    @Test
    void saysEverythingInBothLanguages() {
        Properties ja = new Properties();
        Properties en = new Properties();
        try {
            ja.load(new java.io.StringReader(Resources.text("labels.ja.properties")));
            en.load(new java.io.StringReader(Resources.text("labels.en.properties")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        ja.keySet().removeIf(k -> k.toString().startsWith("unit."));
        assertThat(ja.keySet()).isEqualTo(en.keySet());
        assertThat(ja.values()).noneMatch(v -> v.toString().isBlank());
    }
}
