package org.hoshimori.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @Test
    void quotesWhatSeparatesAndMarksTheFile() {
        assertThat(written("甲", "a,b", "「\"」", "一\n二", "")).isEqualTo("\uFEFF甲,\"a,b\",\"「\"\"」\",\"一\n二\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "|calc", "%0A", "＝1+1", "－１", "＠外", "\tx", "\n=1"})
    void keepsWhatLooksLikeAFormulaFromRunning(String cell) {
        assertThat(written(cell)).containsAnyOf("\uFEFF'" + cell, "\uFEFF\"'" + cell);
        assertThat(Csv.said("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "－", "'", "a=b", "1-1", "'90年"})
    void leavesEverythingElseAsItIs(String cell) {
        assertThat(written(cell)).isEqualTo("\uFEFF" + cell + "\r\n");
        assertThat(Csv.said(cell)).isEqualTo(cell);
    }

    @Test
    void readsWhatOlderTablesWrote() {
        assertThat(Csv.said("'-")).isEqualTo("-");
    }

    private static String written(String... cells) {
        return new String(Csv.bytes(List.of(List.of(cells))), StandardCharsets.UTF_8);
    }
}
