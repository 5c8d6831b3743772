package org.hoshimori.core.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hoshimori.core.storage.Unclosed;

/**
 * Writes a register as a table that Excel opens and that this room reads again. What looks like a formula stays text: in .xlsx cells
 * are strings, .csv is {@link Csv}'s.
 */
public final class SheetWriter {

    private static final int DROP_DOWN_ROWS = 5_000;
    private static final int NARROW = 12;
    private static final int WIDE = 48;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private SheetWriter() {}

    /** Writes .xlsx: headings that stay in view, widths after what stands there, drop-downs where there is a choice. */
    public static <T> void xlsx(
            Importable<T> register,
            String title,
            Shape shape,
            Map<String, String> asked,
            Locale locale,
            OutputStream to)
            throws IOException {
        List<Field> fields = register.fields();
        Map<String, Field> byCode = fields.stream().collect(Collectors.toMap(Field::code, f -> f));
        List<Shape.Column> columns = shape.written(fields, locale);
        try (Workbook workbook = new Workbook(new Unclosed(to), "Hoshimori", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(title);
            int first = SheetHead.write(sheet, columns);
            int[] widths = columns.stream().mapToInt(c -> width(c.heading())).toArray();
            int[] row = {first - 1};
            register.each(asked, part -> {
                for (Map<String, String> shown : register.shown(part, locale)) {
                    row[0]++;
                    for (int c = 0; c < widths.length; c++) {
                        Field field = byCode.get(columns.get(c).field());
                        String text = field == null
                                ? Integer.toString(row[0] - first + 1)
                                : shown.getOrDefault(field.code(), "");
                        if (!text.isEmpty()) {
                            put(
                                    sheet,
                                    row[0],
                                    c,
                                    text,
                                    field == null || !field.choices().isEmpty());
                            widths[c] = Math.max(widths[c], width(text));
                        }
                    }
                    flush(sheet, row[0]);
                }
            });
            for (int c = 0; c < widths.length; c++) {
                sheet.width(c, Math.clamp(widths[c] + 2, NARROW, WIDE));
                Field field = byCode.get(columns.get(c).field());
                if (field != null && !field.choices().isEmpty()) {
                    choices(workbook, title, field, field.labels(locale), sheet, first, c, row[0] + DROP_DOWN_ROWS);
                }
            }
            sheet.setAutoFilter(first - 1, 0, Math.max(first, row[0]), columns.size() - 1);
        }
    }

    /** Choices that are numbers are written as numbers, as Excel would; everything else is text, whatever it looks like. */
    private static void put(Worksheet sheet, int row, int column, String text, boolean choice) {
        if (choice && NUMBER.matcher(text).matches()) {
            sheet.value(row, column, Integer.parseInt(text));
        } else {
            sheet.value(row, column, text);
        }
    }

    /** The choices stand on a sheet of their own: a list within a formula may be no longer than 255 letters. */
    private static void choices(
            Workbook workbook,
            String title,
            Field field,
            List<String> labels,
            Worksheet sheet,
            int first,
            int column,
            int last) {
        Worksheet list = workbook.newWorksheet(title.length() > 12 ? field.code() : title + "-" + field.code());
        for (int i = 0; i < labels.size(); i++) {
            put(list, i, 0, labels.get(i), true);
        }
        list.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        sheet.range(first, column, last, column)
                .validateWithList(list.range(0, 0, labels.size() - 1, 0))
                .allowBlank(true)
                .errorTitle("")
                .error("");
    }

    private static void flush(Worksheet sheet, int row) {
        if (row % 1_000 == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes .csv in UTF-8 with the mark by which Excel knows it. */
    public static <T> void csv(
            Importable<T> register, Shape shape, Map<String, String> asked, Locale locale, OutputStream to)
            throws IOException {
        List<Shape.Column> columns = shape.written(register.fields(), locale);
        Writer out = new BufferedWriter(new OutputStreamWriter(new Unclosed(to), StandardCharsets.UTF_8));
        Csv.mark(out);
        SheetHead.lines(columns).forEach(line -> Csv.line(out, line));
        int[] row = {0};
        register.each(asked, part -> {
            for (Map<String, String> shown : register.shown(part, locale)) {
                row[0]++;
                Csv.line(
                        out,
                        columns.stream()
                                .map(c -> c.field().isEmpty()
                                        ? Integer.toString(row[0])
                                        : shown.getOrDefault(c.field(), ""))
                                .toList());
            }
        });
        out.flush();
    }

    /** A full-width letter is as wide as two. */
    private static int width(String text) {
        int widest = 0;
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            width = letter == '\n' ? 0 : width + (letter < 0x80 || (letter >= 0xFF61 && letter <= 0xFF9F) ? 1 : 2);
            widest = Math.max(widest, width);
        }
        return widest;
    }
}
