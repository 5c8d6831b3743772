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

    private static final String ZERO = "0";

    /**
     * A column.
     *
     * @param index counted from 0
     * @param cell where its heading stands
     * @param group what stands over several headings; empty where nothing does
     * @param field the code of what it means; empty where it is not read
     */
    public record Column(int index, String cell, String group, String heading, Optional<String> field) {}

    /** What a register's columns mean in these sheets, as far as that is plain to see. */
    public static Mapping found(List<Sheet> sheets, List<Field> fields) {
        return new Headings(fields).find(sheets);
    }

    /** The same in one of the sheets. */
    public static Mapping foundIn(List<Sheet> sheets, List<Field> fields, int sheet) {
        return new Headings(fields).find(sheets, sheet);
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
            result.add(new Column(column.index(), column.cell(), column.group(), column.heading(), field));
        }
        return new Mapping(sheet, headingRow, firstRow, result);
    }

    /** Whether a column is read as this field. */
    public boolean has(String field) {
        return columns.stream().anyMatch(c -> c.field().filter(field::equals).isPresent());
    }

    /**
     * The rows of the table, as far as they say something. What is none of the table is left aside ({@link Asides}); what a merged
     * cell says holds for each of its rows; a row that only goes on with a text of several lines belongs to the one before.
     */
    public List<Entry> entries(List<Sheet> sheets, List<Field> fields) {
        Sheet from = sheets.get(sheet);
        Merged merged = new Merged(from);
        List<Entry> entries = new ArrayList<>();
        List<Column> read = columns.stream().filter(c -> c.field().isPresent()).toList();
        String key = fields.getFirst().code();
        Set<String> lines =
                fields.stream().filter(Field::lines).map(Field::code).collect(Collectors.toSet());
        int last = 0;
        for (Sheet.Row row : from.rows()) {
            Set<String> said = read.stream()
                    .filter(c -> !row.cell(c.index()).isEmpty())
                    .map(c -> c.field().orElseThrow())
                    .collect(Collectors.toSet());
            if (row.number() < firstRow || said.isEmpty() || Asides.contain(from, row, read)) {
                continue;
            }
            boolean more = row.number() == last + 1 && lines.containsAll(said);
            if (more) {
                entries.set(
                        entries.size() - 1, entries.getLast().goingOnWith(entry(sheets, row, read, Merged.NOWHERE)));
            } else if (!blank(row, read, key, fields)) {
                entries.add(entry(sheets, row, read, merged)
                        .withoutDittos(entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast())));
            } else {
                continue;
            }
            last = row.number();
        }
        return entries;
    }

    /** Rows that are numbered in advance, or in which only formulas stand that come to nothing, say nothing. */
    private static boolean blank(Sheet.Row row, List<Column> read, String key, List<Field> fields) {
        boolean numbered =
                fields.stream().anyMatch(f -> f.required() && !f.code().equals(key));
        return read.stream()
                .filter(c -> !row.cell(c.index()).isEmpty())
                .allMatch(c -> c.field().filter(key::equals).isPresent() ? numbered : ZERO.equals(row.cell(c.index())));
    }

    private Entry entry(List<Sheet> sheets, Sheet.Row row, List<Column> read, Merged merged) {
        Map<String, Entry.Cell> cells = new HashMap<>();
        for (Column column : read) {
            String own = row.cell(column.index());
            cells.put(
                    column.field().orElseThrow(),
                    new Entry.Cell(
                            Sheet.address(sheets, sheet, Sheet.at(column.index(), row.number())),
                            own.isEmpty() ? merged.above(column.index(), row.number()) : own));
        }
        return new Entry(row.number(), cells);
    }
}
