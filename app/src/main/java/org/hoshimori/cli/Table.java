package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Mapping;
import org.hoshimori.core.sheets.Sheet;
import org.hoshimori.core.sheets.SheetFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A file's table as a register understands it. */
record Table(Mapping mapping, List<Entry> entries) {

    /** Refuses a file that can't be read and one in which no heading of the register is found. */
    static Table read(Path file, @Nullable String sheet, Importable<?> into, MessageSource words, Locale locale)
            throws IOException {
        return switch (SheetFile.read(file)) {
            case SheetFile.Outcome.Read(List<Sheet> sheets) -> of(file, sheets, sheet, into.fields(), locale);
            case SheetFile.Outcome.Unreadable(SheetFile.Problem why, String where) ->
                throw new Refused(
                        "sheet-unreadable",
                        where.isEmpty() ? file.toString() : file + " " + where,
                        words.getMessage("sheet.problem." + why, null, locale));
        };
    }

    private static Table of(Path file, List<Sheet> sheets, @Nullable String name, List<Field> fields, Locale locale) {
        Mapping mapping = name == null
                ? Mapping.found(sheets, fields)
                : Mapping.foundIn(sheets, fields, index(file, sheets, name));
        List<Field> needed = fields.stream().filter(Field::required).toList();
        if (needed.stream().noneMatch(f -> mapping.has(f.code()))) {
            throw new Refused(
                    "sheet-no-headings",
                    file.toString(),
                    names(sheets),
                    needed.stream().map(f -> f.heading(locale)).collect(Collectors.joining(", ")));
        }
        return new Table(mapping, mapping.entries(sheets, fields));
    }

    private static int index(Path file, List<Sheet> sheets, String name) {
        return IntStream.range(0, sheets.size())
                .filter(i -> sheets.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("sheet-no-sheet", file.toString(), name, names(sheets)));
    }

    private static String names(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::name).map(Errors::oneLine).collect(Collectors.joining(", "));
    }
}
