package org.hoshimori.regulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Openness;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Table;
import org.jspecify.annotations.Nullable;

/**
 * The first {@code tailoring.yaml} of an operator: the answers given, and every open place of the sample as a commented
 * line, in the catalog's order, with what it is about and what may be written.
 */
public final class FirstTailoring {

    /** What may stand in YAML without quotes and still be read as the text that it is. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{L}0-9][\\p{L}\\p{N}ー・/()（） ._-]*");

    private final Regulation sample;
    private final Wording wording;
    private final Lang lang;
    private final Map<String, List<String>> answers;

    private FirstTailoring(Catalog catalog, Lang lang, Map<String, List<String>> answers) {
        this.sample = Regulation.resolve(catalog);
        this.wording = new Wording(sample, lang);
        this.lang = lang;
        this.answers = answers;
    }

    /** The file's text. Answers are values by parameter id; ids that the catalog lacks are written too, for lint to report. */
    public static String text(Catalog catalog, Lang lang, Map<String, List<String>> answers) {
        return new FirstTailoring(catalog, lang, answers).text();
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        comment(out, "", Messages.of("init.head", List.of()).in(lang));
        out.append("tailoring: 1\ncatalog: ").append(sample.catalog().version());
        out.append("\nlanguage: ").append(lang.tag()).append("\n\n");
        comment(out, "", Messages.of("init.values", List.of()).in(lang));
        out.append("values:\n");
        Set<String> left = new LinkedHashSet<>(answers.keySet());
        for (Chapter chapter : sample.catalog().chapters()) {
            chapter(out, chapter, left);
        }
        left.forEach(id -> line(out, id, answers.get(id)));
        out.append('\n');
        comment(out, "", Messages.of("init.tables", List.of()).in(lang));
        out.append("tables:\n");
        sample.catalog()
                .tables()
                .filter(t -> t.openness() == Openness.FILL && !t.arranged())
                .forEach(t -> table(out, t));
        for (String key : List.of("posts", "excluded", "altered", "added")) {
            out.append('\n');
            comment(out, "", Messages.of("init." + key, List.of()).in(lang));
            out.append(key).append(":\n");
        }
        return out.toString();
    }

    private void chapter(StringBuilder out, Chapter chapter, Set<String> left) {
        List<Parameter> shown = chapter.allParameters()
                .filter(p -> p.openness() != Openness.SETTLED || p.sample() == null || answers.containsKey(p.id()))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        String number = chapter.number() == 0 ? "" : chapter.number() + " ";
        out.append("\n  # ").append(number).append(wording.say(chapter.title())).append('\n');
        for (Parameter parameter : shown) {
            left.remove(parameter.id());
            comment(out, "  ", about(parameter));
            if (answers.containsKey(parameter.id())) {
                line(out, parameter.id(), answers.get(parameter.id()));
            } else {
                out.append("  # ")
                        .append(parameter.id())
                        .append(": ")
                        .append(sampleOf(parameter))
                        .append('\n');
            }
        }
    }

    private String about(Parameter parameter) {
        String text = wording.say(parameter.label());
        if (!parameter.choices().isEmpty()) {
            text += parameter.choices().stream()
                    .map(c -> "\n  " + c.code() + " = " + wording.say(c.words()))
                    .collect(Collectors.joining());
        }
        return text;
    }

    private static String sampleOf(Parameter parameter) {
        return parameter.sample() == null
                ? ""
                : parameter.sample().code().contains(",")
                        ? "[" + parameter.sample().code() + "]"
                        : parameter.sample().code();
    }

    private static void line(StringBuilder out, String id, @Nullable List<String> values) {
        List<String> given = values == null ? List.of() : values;
        String text = given.size() == 1
                ? scalar(given.getFirst())
                : given.stream().map(FirstTailoring::scalar).collect(Collectors.joining(", ", "[", "]"));
        out.append("  ").append(id).append(": ").append(text).append('\n');
    }

    /** A text as a YAML scalar: plain where that is safe, else quoted. */
    static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !Set.of("true", "false", "null", "yes", "no").contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '\\', '"' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    private void table(StringBuilder out, Table table) {
        String columns = table.columns().stream()
                .map(c -> c.id() + " = " + wording.say(c.label()))
                .collect(Collectors.joining(", "));
        comment(out, "  ", wording.say(table.caption()) + "\n" + columns);
        comment(out, "  ", table.id() + ":");
        for (Table.Row row : table.rows()) {
            StringBuilder line = new StringBuilder("  - {row: ").append(row.id());
            for (int i = 0; i < table.columns().size(); i++) {
                var words = row.cells().get(i).words();
                if (words != null) {
                    line.append(", ").append(table.columns().get(i).id()).append(": ");
                    line.append(quoted(words.in(lang)));
                }
            }
            comment(out, "  ", line.append('}').toString());
        }
    }

    private static void comment(StringBuilder out, String indent, String text) {
        text.lines().forEach(l -> out.append(indent).append("# ").append(l).append('\n'));
    }
}
