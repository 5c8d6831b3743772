package org.hoshimori.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTests {

    private static final List<Field> ASSETS = List.of(
            field("name", "情報資産名称", "Asset"),
            field("business", "業務分類", "Business"),
            field("note", "備考", "Note"),
            field("department", "管理部署", "Department"),
            field("c", "機密性", "Confidentiality"),
            field("i", "完全性", "Integrity"),
            field("a", "可用性", "Availability"),
            field("entered", "登録日", "Entered on"));

    private static final List<Field> PEOPLE = List.of(
            field("number", "社員番号", "Staff number"), field("mail", "メールアドレス", "Mail"), field("name", "氏名", "Name"));

    /** Notes above, headings in two rows under merged cells, blank rows, in .xlsx and in Shift_JIS. */
    @ParameterizedTest
    @ValueSource(strings = {"register-a.xlsx", "register-a.csv"})
    void findsTheHeadingsOfARealRegister(String file) throws IOException {
        List<Sheet> sheets =
                ((SheetFile.Outcome.Read) SheetFile.read(Path.of("src/test/resources/sheets", file))).sheets();
        Mapping mapping = Mapping.found(sheets, ASSETS);
        assertThat(mapping.headingRow()).isEqualTo(4);
        assertThat(mapping.firstRow()).isEqualTo(6);
        assertThat(mapping.columns().stream()
                        .filter(c -> c.field().isPresent())
                        .map(c -> c.cell() + " " + c.heading() + " " + c.field().get()))
                .containsExactly(
                        "B4 業務分類 business",
                        "C4 情報資産名称 name",
                        "D4 備考 note",
                        "F4 管理部署 department",
                        "I5 機密性 c",
                        "J5 完全性 i",
                        "K5 可用性 a",
                        "N4 登録日 entered");
        Entry first = mapping.entries(sheets, ASSETS).getFirst();
        assertThat(first.text("name")).contains("社員名簿");
        assertThat(first.cells().get("c")).isEqualTo(new Entry.Cell("I6", "3"));
        assertThat(first.lines("note")).as("goes on in the row below").contains("改行あり\n2行目");
        assertThat(mapping.entries(sheets, ASSETS)).hasSize(71);
    }

    @Test
    void understandsHeadingsInAnyWidthAndWithMarks() {
        Mapping mapping = Mapping.found(
                List.of(sheet(
                        List.of("名簿"),
                        List.of("＊社員番号（必須）", "ﾒｰﾙｱﾄﾞﾚｽ", "【氏名】", "Staff number"),
                        List.of("1", "a@b", "山"))),
                PEOPLE);
        assertThat(mapping.headingRow()).isEqualTo(2);
        assertThat(mapping.columns())
                .extracting(Mapping.Column::field)
                .containsExactly(Optional.of("number"), Optional.of("mail"), Optional.of("name"), Optional.empty());
    }

    @Test
    void takesWordsWithinAHeadingAfterWholeHeadings() {
        Mapping mapping =
                Mapping.found(List.of(sheet(List.of("上長の氏名", "氏名", "社員番号"), List.of("鈴木", "山田", "1"))), PEOPLE);
        assertThat(mapping.columns())
                .extracting(Mapping.Column::field)
                .containsExactly(Optional.empty(), Optional.of("name"), Optional.of("number"));
    }

    @Test
    void choosesTheSheetWithTheTable() {
        Mapping mapping = Mapping.found(
                List.of(sheet(List.of("表紙"), List.of("氏名")), sheet(List.of("社員番号", "氏名"), List.of("1", "山"))), PEOPLE);
        assertThat(mapping.sheet()).isEqualTo(1);
    }

    @Test
    void leavesBlankRowsAndRepeatedHeadingsOut() {
        List<Sheet> sheets =
                List.of(sheet(List.of("社員番号", "氏名"), List.of("1", "山"), List.of("社員番号", "氏名"), List.of("2", "川")));
        assertThat(Mapping.found(sheets, PEOPLE).entries(sheets, PEOPLE))
                .extracting(Entry::row)
                .containsExactly(2, 4);
    }

    @Test
    void letsAColumnBeCorrected() {
        List<Sheet> sheets = List.of(sheet(List.of("社員番号", "氏名", "別名"), List.of("1", "山", "川")));
        Mapping corrected = Mapping.found(sheets, PEOPLE)
                .with(Map.of(1, Optional.empty(), 2, Optional.of("name"), 0, Optional.of("number")));
        assertThat(corrected.entries(sheets, PEOPLE).getFirst().text("name")).contains("川");
        assertThat(corrected.has("mail")).isFalse();
    }

    private static Field field(String code, String ja, String en) {
        return new Field(code, false, code.equals("note"), true, List.of(ja), List.of(en), List.of());
    }

    @SafeVarargs
    private static Sheet sheet(List<String>... rows) {
        Rows gathered = new Rows("表");
        for (int i = 0; i < rows.length; i++) {
            gathered.add(i + 1, rows[i]);
        }
        return gathered.sheet();
    }
}
