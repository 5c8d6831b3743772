package org.hoshimori.core.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Excel's older format, and what Excel locks by a password. */
final class XlsFile {

    private XlsFile() {}

    static List<Sheet> read(Path file) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Unreadable(SheetFile.Problem.LOCKED, "");
            }
            if (!files.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !files.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new Unreadable(SheetFile.Problem.NO_TABLE, "");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(files, false)) {
                boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
                for (org.apache.poi.ss.usermodel.Sheet sheet : workbook) {
                    if (workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
                        continue;
                    }
                    Rows rows = new Rows(sheet.getSheetName());
                    for (Row row : sheet) {
                        rows.add(row.getRowNum() + 1, cells(row, from1904));
                    }
                    for (CellRangeAddress span : sheet.getMergedRegions()) {
                        rows.add(new Sheet.Span(
                                span.getFirstColumn(),
                                span.getFirstRow() + 1,
                                span.getLastColumn(),
                                span.getLastRow() + 1));
                    }
                    sheets.add(rows.sheet());
                }
            }
        } catch (Unreadable e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw new Unreadable(SheetFile.Problem.LOCKED, "");
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(SheetFile.Problem.DAMAGED, "");
        }
        return sheets;
    }

    private static List<String> cells(Row row, boolean from1904) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            cells.add(text(row.getCell(i), from1904));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell, boolean from1904) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                Numbers.text(
                        BigDecimal.valueOf(cell.getNumericCellValue()),
                        (int) cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString(),
                        from1904);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case BLANK, FORMULA, _NONE -> "";
        };
    }
}
