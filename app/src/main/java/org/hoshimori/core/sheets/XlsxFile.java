package org.hoshimori.core.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Excel's newer format, read as a stream. */
final class XlsxFile {

    private static final int MOST_SHEETS = 50;

    private XlsxFile() {}

    static List<Sheet> read(Path file) throws IOException {
        XlsxParts parts = XlsxParts.of(file);
        List<Sheet> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets()
                    .filter(XlsxFile::visible)
                    .limit(MOST_SHEETS)
                    .toList()) {
                Rows rows = new Rows(sheet.getName());
                try (Stream<Row> all = sheet.openStream()) {
                    for (Iterator<Row> each = all.iterator(); each.hasNext(); ) {
                        Row row = each.next();
                        rows.add(row.getRowNum(), cells(row, workbook.isDate1904()));
                    }
                }
                parts.spans(sheet.getId()).forEach(rows::add);
                sheets.add(rows.sheet());
            }
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(SheetFile.Problem.DAMAGED, "");
        }
        return sheets;
    }

    private static boolean visible(org.dhatim.fastexcel.reader.Sheet sheet) {
        return sheet.getVisibility() == SheetVisibility.VISIBLE;
    }

    private static List<String> cells(Row row, boolean from1904) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null), from1904));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell, boolean from1904) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.FORMULA && raw == null) {
            return Broken.NOT_COMPUTED;
        }
        if (raw != null && Broken.error(raw)) {
            return raw;
        }
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            BigDecimal number = number(raw);
            if (number != null) {
                return Numbers.text(number, cell.getDataFormatId(), cell.getDataFormatString(), from1904);
            }
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
        }
        Object value = cell.getType() == CellType.FORMULA ? cell.getValue() : cell.getText();
        return value == null ? "" : value.toString();
    }

    private static @Nullable BigDecimal number(@Nullable String raw) {
        if (raw == null || raw.length() > 40) {
            return null;
        }
        try {
            return new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
