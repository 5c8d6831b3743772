package org.hoshimori;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Tailoring;

/** A tailoring that leaves nothing open: what must be filled in is, with words that mean nothing. */
public final class CompleteTailoring {

    private static final Pattern BLANK = Pattern.compile("[○〇●△◇]+|\\*{2,}|_{3,}");

    private CompleteTailoring() {}

    /** The text of the file; {@code values} are set as they stand, {@code id: value} each. */
    public static String text(String... values) {
        Catalog catalog = CatalogJson.shipped();
        Regulation sample = Regulation.resolve(catalog, Tailoring.none());
        Map<String, String> lines = new LinkedHashMap<>();
        for (Setting setting : sample.settings()) {
            if (setting.state() == Setting.State.FILL) {
                lines.put(setting.parameter().id(), value(setting));
            }
        }
        for (String value : values) {
            String[] parts = value.split(": ", 2);
            lines.put(parts[0], parts[1]);
        }
        StringBuilder text = new StringBuilder("tailoring: 1\nvalues:\n");
        lines.forEach((id, value) ->
                text.append("  ").append(id).append(": ").append(value).append('\n'));
        text.append("tables:\n");
        catalog.tables().filter(CompleteTailoring::blank).forEach(t -> table(t, text));
        return text.toString();
    }

    private static String value(Setting setting) {
        return switch (setting.parameter().type()) {
            case TEXT -> "{ja: 当社のもの, en: our own}";
            case POST, POSTS -> "[system-administrator]";
            case MONTH -> "6";
            case DATE -> "2026-04-01";
            case INTEGER -> "1";
            case DURATION, RHYTHM -> "P1Y";
            case BOOLEAN -> "true";
            case CHOICE, CHOICES -> setting.parameter().choices().getFirst().code();
        };
    }

    private static boolean blank(Table table) {
        return table.rows().stream()
                .flatMap(r -> r.cells().stream())
                .map(Table.Cell::words)
                .anyMatch(w -> w != null
                        && BLANK.matcher(w.in(Lang.JA) + w.in(Lang.EN)).find());
    }

    private static void table(Table table, StringBuilder text) {
        text.append("  ").append(table.id()).append(":\n");
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of("row: " + row.id()));
            for (int c = 0; c < table.columns().size(); c++) {
                Words words = row.cells().get(c).words();
                if (words != null) {
                    cells.add(table.columns().get(c).id() + ": {ja: " + filled(words, Lang.JA) + ", en: "
                            + filled(words, Lang.EN) + "}");
                }
            }
            text.append("    - {").append(String.join(", ", cells)).append("}\n");
        }
    }

    private static String filled(Words words, Lang lang) {
        String filled = BLANK.matcher(words.in(lang)).replaceAll(lang == Lang.JA ? "当社" : "ours");
        return '"' + filled.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
