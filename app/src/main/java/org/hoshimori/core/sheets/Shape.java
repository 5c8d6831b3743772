package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a table looks: its columns in their order, under their own headings. */
public record Shape(List<Column> columns) {

    /** The table as a register itself would make it. */
    public static final Shape OWN = new Shape(List.of());

    /** Headings of columns in which people number the rows. */
    private static final Set<String> NUMBERS = Set.of("no", "項番", "通番", "連番", "行番号", "番号", "number", "項");

    /**
     * A column.
     *
     * @param field what it is read as; empty where it is not read
     * @param group what stands over several headings; empty where nothing does
     */
    public record Column(String field, String group, String heading) {

        /** Whether it numbers the rows. */
        boolean numbers() {
            return field.isEmpty() && NUMBERS.contains(Headings.plain(heading));
        }
    }

    /** Of a table that was read. */
    public static Shape of(Mapping mapping) {
        return new Shape(mapping.columns().stream()
                .filter(c -> !c.heading().isEmpty())
                .map(c -> new Column(c.field().orElse(""), c.group(), c.heading()))
                .toList());
    }

    /**
     * The columns to be written: those of the table, as far as the register keeps them, and what it keeps besides under headings of
     * its own.
     */
    List<Column> written(List<Field> fields, Locale locale) {
        Set<String> exported = new HashSet<>();
        fields.stream().filter(Field::exported).map(Field::code).forEach(exported::add);
        List<Column> written = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        for (Column column : columns) {
            if (exported.remove(column.field()) || column.numbers()) {
                written.add(column);
                headings.add(column.heading());
            }
        }
        fields.stream()
                .filter(f -> exported.contains(f.code()) && !headings.contains(f.heading(locale)))
                .forEach(f -> written.add(new Column(f.code(), "", f.heading(locale))));
        return written;
    }
}
