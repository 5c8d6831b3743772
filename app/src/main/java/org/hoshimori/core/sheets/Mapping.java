package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the columns of a sheet mean.
 *
 * @param sheet counted from 0
 * @param headingRow the row of the headings, as the file counts; of two rows the upper one
 * @param firstRow where the rows begin
 */
public record Mapping(int sheet, int headingRow, int firstRow, List<Column> columns) {

    /**
     * A column.
     *
     * @param index counted from 0
     * @param cell where its heading stands
     * @param field the code of what it means; empty where it is not read
     */
    public record Column(int index, String cell, String heading, Optional<String> field) {}

    /** What a register's columns mean in these sheets, as far as that is plain to see. */
    public static Mapping found(List<Sheet> sheets, List<Field> fields) {
        return new Headings(fields).find(sheets);
    }

    /** The same if the headings stand in this row of this sheet; a sheet that there is not is the first. */
    public static Mapping at(List<Sheet> sheets, List<Field> fields, int sheet, int headingRow) {
        return new Headings(fields).at(sheets, sheet >= 0 && sheet < sheets.size() ? sheet : 0, headingRow);
    }

    /** The same mapping with columns that somebody has corrected, by index; of two that mean the same the first counts. */
    public Mapping with(Map<Integer, Optional<String>> corrected) {
        List<Column> result = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (Column column : columns) {
            Optional<String> field =
                    corrected.getOrDefault(column.index(), column.field()).filter(f -> !taken.contains(f));
            field.ifPresent(taken::add);
            result.add(new Column(column.index(), column.cell(), column.heading(), field));
        }
        return new Mapping(sheet, headingRow, firstRow, result);
    }

    /** Whether a column is read as this field. */
    public boolean has(String field) {
        return columns.stream().anyMatch(c -> c.field().filter(field::equals).isPresent());
    }

    /**
     * The rows of the table, as far as they say something. Headings that are repeated on each page of a print are left aside; a row
     * that only goes on with a text of several lines belongs to the one before.
     */
    public List<Entry> entries(List<Sheet> sheets, List<Field> fields) {
        List<Entry> entries = new ArrayList<>();
        List<Column> read = columns.stream().filter(c -> c.field().isPresent()).toList();
        Set<String> lines =
                fields.stream().filter(Field::lines).map(Field::code).collect(Collectors.toSet());
        for (Sheet.Row row : sheets.get(sheet).rows()) {
            List<Column> said =
                    read.stream().filter(c -> !row.cell(c.index()).isEmpty()).toList();
            if (row.number() < firstRow
                    || said.isEmpty()
                    || read.stream().allMatch(c -> row.cell(c.index()).equals(c.heading()))) {
                continue;
            }
            Entry entry = entry(row, read);
            if (!entries.isEmpty()
                    && said.stream().allMatch(c -> lines.contains(c.field().orElse("")))) {
                entries.set(entries.size() - 1, entries.getLast().goingOnWith(entry));
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Entry entry(Sheet.Row row, List<Column> read) {
        Map<String, Entry.Cell> cells = new HashMap<>();
        read.forEach(c -> cells.put(
                c.field().orElseThrow(), new Entry.Cell(Sheet.at(c.index(), row.number()), row.cell(c.index()))));
        return new Entry(row.number(), cells);
    }
}
