package org.hoshimori.core.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.storage.Width;

/** A row of a table by what its columns mean; columns that the file does not have are missing. */
public record Entry(int row, Map<String, Cell> cells) {

    private static final Set<String> DITTO = Set.of("〃", "″", "仝", "同上", "（同上）", "ditto", "Ditto");

    /** What stands in a cell, and where the cell is. */
    public record Cell(String at, String text) {}

    /** What is wrong with a row. */
    public record Fault(String at, String code, List<String> arguments) {}

    /** The same row with what a row below it adds to its texts. */
    Entry goingOnWith(Entry below) {
        Map<String, Cell> joined = new HashMap<>(cells);
        below.cells.forEach((field, cell) -> {
            if (!cell.text().isEmpty()) {
                joined.merge(field, cell, (above, more) -> new Cell(above.at(), above.text() + "\n" + more.text()));
            }
        });
        return new Entry(row, joined);
    }

    /** The same row with what stands above where a cell only says that it is the same: 〃, 同上. */
    Entry withoutDittos(Optional<Entry> above) {
        if (cells.values().stream().noneMatch(c -> DITTO.contains(c.text()))) {
            return this;
        }
        Map<String, Cell> said = new HashMap<>(cells);
        above.ifPresent(before ->
                said.replaceAll((field, cell) -> DITTO.contains(cell.text()) && before.cells.containsKey(field)
                        ? new Cell(cell.at(), before.cells.get(field).text())
                        : cell));
        return new Entry(row, said);
    }

    /** What stands in a column, in one width; empty if the cell is, nothing if there is no such column. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(cells.get(field)).map(c -> Width.folded(c.text()));
    }

    /** The same as it stands, in its own widths and lines. */
    public Optional<String> lines(String field) {
        return Optional.ofNullable(cells.get(field)).map(c -> c.text().replace("\r\n", "\n"));
    }

    /** A fault of a column; one that the file does not have is a fault of the row. */
    public Fault fault(String field, String code, String... arguments) {
        Cell cell = cells.get(field);
        return new Fault(cell == null ? Integer.toString(row) : cell.at(), code, List.of(arguments));
    }
}
