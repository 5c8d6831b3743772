package org.hoshimori.core.sheets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hoshimori.core.storage.Width;

/** Rows that stand within or below a table and are none of it: sums, notes, examples, titles of groups, headings once more. */
final class Asides {

    private static final Pattern SUM = Pattern.compile(
            "(小計|合計|総計|総合計|計|総件数|合計件数|件数|(sub|grand)?\\s*totals?|sum)\\s*[:=]?\\s*[\\d,]*\\s*(件|点|項目|rows|items|assets)?");
    private static final Pattern NOTE = Pattern.compile(
            "([※*＊■□●◆◇▼▲★【<〈《・→]|\\(?注[\\d:)]|備考[:\\s]|凡例|以上$|作成|承認|更新|改訂|最終更新|出力|印刷|notes?[:\\s]|end of).*",
            Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile(
            "[(\\[【<]?\\s*(記入例|記載例|入力例|例|サンプル|見本|sample|example|e\\.g\\.)\\s*([)\\]】>:].*|\\d*)", Pattern.DOTALL);
    /** What each column wants, in a row below the headings. */
    private static final Pattern WANT = Pattern.compile("[(\\[【]?(必須|任意|必須項目|任意項目|自動|自動計算|required|optional)[)\\]】]?");

    private static final int FEWEST_NUMBERS = 4;
    private static final int WIDEST_GROUP_CELL = 2;

    /** How many cells at the beginning tell an example or a sum. */
    private static final int TOLD_BY = 3;

    private Asides() {}

    /**
     * Whether a row is none of the table.
     *
     * @param read the columns that are read
     */
    static boolean contain(Sheet sheet, Sheet.Row row, List<Mapping.Column> read) {
        List<String> said = row.cells().stream()
                .filter(c -> !c.isEmpty())
                .map(c -> Width.folded(c).toLowerCase(Locale.ROOT))
                .toList();
        return said.stream()
                        .limit(TOLD_BY)
                        .anyMatch(c ->
                                SUM.matcher(c).matches() || EXAMPLE.matcher(c).matches())
                || (said.size() == 1 && (NOTE.matcher(said.getFirst()).matches() || titleOfGroup(sheet, row, read)))
                || (said.size() > 1
                        && said.stream().allMatch(c -> WANT.matcher(c).matches()))
                || numbersOfColumns(said)
                || headingsAgain(row, read);
    }

    /** A text over several columns, or before the table's first: whose the rows below are. */
    private static boolean titleOfGroup(Sheet sheet, Sheet.Row row, List<Mapping.Column> read) {
        int column = 0;
        while (row.cell(column).isEmpty()) {
            column++;
        }
        int at = column;
        return read.stream().noneMatch(c -> c.index() == at)
                || sheet.spans().stream()
                        .anyMatch(s ->
                                s.covers(at, row.number()) && s.lastColumn() - s.firstColumn() >= WIDEST_GROUP_CELL);
    }

    /** (1), (2), (3) … below the headings. */
    private static boolean numbersOfColumns(List<String> said) {
        if (said.size() < FEWEST_NUMBERS) {
            return false;
        }
        int first = -1;
        for (int i = 0; i < said.size(); i++) {
            String digits = said.get(i).replaceAll("[()\\[\\]]", "");
            if (!digits.matches("\\d{1,2}")) {
                return false;
            }
            first = i == 0 ? Integer.parseInt(digits) : first;
            if (Integer.parseInt(digits) != first + i) {
                return false;
            }
        }
        return true;
    }

    /** Headings that are repeated on each page of a print, in one row or two. */
    private static boolean headingsAgain(Sheet.Row row, List<Mapping.Column> read) {
        List<Mapping.Column> said =
                read.stream().filter(c -> !row.cell(c.index()).isEmpty()).toList();
        return said.size() > 1
                && said.stream().allMatch(c -> {
                    String cell = Headings.plain(row.cell(c.index()));
                    return cell.equals(Headings.plain(c.heading())) || cell.equals(Headings.plain(c.group()));
                });
    }
}
