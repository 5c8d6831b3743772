package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/** Writes a tailoring as a file: what its {@link TailoringReader} reads is the same again. Comments it has none. */
public final class TailoringWriter {

    private final Tailoring tailoring;
    private final StringBuilder out = new StringBuilder();

    private TailoringWriter(Tailoring tailoring) {
        this.tailoring = tailoring;
    }

    /** The file's text. */
    public static String text(Tailoring tailoring) {
        return new TailoringWriter(tailoring).text();
    }

    private String text() {
        out.append("tailoring: 1\n");
        if (tailoring.catalogVersion() != null) {
            out.append("catalog: ")
                    .append(FirstTailoring.scalar(tailoring.catalogVersion()))
                    .append('\n');
        }
        out.append("language: ").append(tailoring.language().tag()).append('\n');
        entries("values", tailoring.values(), this::given);
        entries("posts", tailoring.titles(), t -> words(t.title()));
        tables();
        items(
                "excluded",
                tailoring.exclusions().stream()
                        .map(e -> exclusion(e.clause(), e.reason(), tailoring.language()))
                        .toList());
        entries("altered", tailoring.alterations(), a -> words(a.words()));
        items(
                "added",
                tailoring.additions().stream()
                        .map(a -> addition(a, tailoring.language()))
                        .toList());
        return out.toString();
    }

    private <T> void entries(String section, Map<String, T> entries, Function<T, String> value) {
        if (!entries.isEmpty()) {
            out.append('\n').append(section).append(":\n");
            entries.forEach((key, entry) -> out.append("  ")
                    .append(key)
                    .append(": ")
                    .append(value.apply(entry))
                    .append('\n'));
        }
    }

    private void items(String section, List<String> items) {
        if (!items.isEmpty()) {
            out.append('\n').append(section).append(":\n");
            items.forEach(item -> out.append("  - ").append(item).append('\n'));
        }
    }

    private String given(Tailoring.Given given) {
        if (given.texts().size() == 1) {
            return FirstTailoring.scalar(given.texts().getFirst());
        }
        return given.words() == null
                ? given.texts().stream().map(FirstTailoring::scalar).collect(Collectors.joining(", ", "[", "]"))
                : words(given.words());
    }

    private void tables() {
        if (tailoring.tables().isEmpty()) {
            return;
        }
        out.append("\ntables:\n");
        tailoring.tables().forEach((id, rows) -> {
            out.append("  ").append(id).append(":\n");
            out.append(rows.replace() ? "    replace:" : "    change:");
            out.append(rows.rows().isEmpty() ? " []\n" : "\n");
            rows.rows()
                    .forEach(r -> out.append("      - ")
                            .append(row(r, tailoring.language()))
                            .append('\n'));
            if (!rows.removed().isEmpty()) {
                out.append("    remove: ")
                        .append(rows.removed().stream()
                                .map(FirstTailoring::scalar)
                                .collect(Collectors.joining(", ", "[", "]")))
                        .append('\n');
            }
        });
    }

    static String row(Tailoring.Row row, Lang language) {
        List<String> members = new ArrayList<>(List.of("row: " + FirstTailoring.scalar(row.id())));
        row.cells().forEach((column, words) -> members.add(column + ": " + words(words, language)));
        return "{" + String.join(", ", members) + "}";
    }

    static String addition(Tailoring.Addition addition, Lang language) {
        List<String> members = new ArrayList<>();
        member(members, "clause", addition.id());
        member(members, "within", addition.within());
        member(members, "after", addition.after());
        members.add("title: " + words(addition.title(), language));
        members.add("text: " + words(addition.words(), language));
        member(members, "modality", addition.modality());
        if (!addition.actors().isEmpty()) {
            members.add("actor: "
                    + addition.actors().stream()
                            .map(FirstTailoring::scalar)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        member(members, "mode", addition.mode());
        member(members, "record", addition.record());
        return "{" + String.join(", ", members) + "}";
    }

    private static void member(List<String> members, String key, @Nullable String value) {
        if (value != null) {
            members.add(key + ": " + FirstTailoring.scalar(value));
        }
    }

    static String exclusion(String clause, @Nullable Words reason, Lang language) {
        String said = reason == null ? "" : ", reason: " + words(reason, language);
        return "{clause: " + FirstTailoring.scalar(clause) + said + "}";
    }

    private String words(Words words) {
        return words(words, tailoring.language());
    }

    /** Words as a text where they are given in the file's language only, otherwise by language. */
    static String words(Words words, Lang language) {
        String own = language == Lang.JA ? words.ja() : words.en();
        String other = language == Lang.JA ? words.en() : words.ja();
        if (own != null && other == null) {
            return FirstTailoring.scalar(own);
        }
        List<String> members = new ArrayList<>();
        member(members, "ja", words.ja());
        member(members, "en", words.en());
        return "{" + String.join(", ", members) + "}";
    }
}
