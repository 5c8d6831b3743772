package org.hoshimori.regulation;

import java.util.List;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.YamlEdits;
import org.hoshimori.yaml.YamlException;

/**
 * The text of a {@code tailoring.yaml} as somebody keeps it, changed place by place: comments and everything else that is not
 * meant stay as they are. Nothing is checked against a catalog; that is lint's.
 *
 * @param source the file's name, for messages
 */
public record TailoringText(String source, String text) {

    private static final String VALUES = "values";
    private static final String ALTERED = "altered";
    private static final String EXCLUDED = "excluded";
    private static final String ADDED = "added";
    private static final String POSTS = "posts";
    private static final String TABLES = "tables";

    /**
     * What it says.
     *
     * @throws YamlException if it is not YAML or not shaped as a tailoring
     */
    public Tailoring read() {
        return TailoringReader.read(source, text);
    }

    /** With a parameter set to one text, or to several codes. */
    public TailoringText value(String parameter, List<String> texts) {
        return set(VALUES, parameter, texts.size() == 1 ? FirstTailoring.scalar(texts.getFirst()) : list(texts));
    }

    /** With a parameter set to words. */
    public TailoringText words(String parameter, Words words) {
        return set(VALUES, parameter, TailoringWriter.words(words, read().language()));
    }

    /** With the sample standing again for a parameter. */
    public TailoringText sample(String parameter) {
        return remove(VALUES, parameter);
    }

    /** With the operator's words for a duty, a text or a title. */
    public TailoringText altered(String id, Words words) {
        return set(ALTERED, id, TailoringWriter.words(words, read().language()));
    }

    /** With the sample's words standing again. */
    public TailoringText unaltered(String id) {
        return remove(ALTERED, id);
    }

    /** With what the operator calls a post. */
    public TailoringText post(String code, Words title) {
        return set(POSTS, code, TailoringWriter.words(title, read().language()));
    }

    /** With these rows as all that a table has. */
    public TailoringText rows(String table, List<Tailoring.Row> rows) {
        Lang language = read().language();
        String lines = rows.stream()
                .map(row -> "\n    - " + TailoringWriter.row(row, language))
                .collect(Collectors.joining());
        return set(TABLES, table, rows.isEmpty() ? "[]" : lines);
    }

    /** With the sample's rows standing again. */
    public TailoringText sampleRows(String table) {
        return remove(TABLES, table);
    }

    /** With a clause that does not apply, and why; one that is excluded already gets this reason. */
    public TailoringText excluded(String clause, Words reason) {
        TailoringText before = included(clause);
        String item = TailoringWriter.exclusion(clause, reason, before.read().language());
        return new TailoringText(source, before.edits().append(EXCLUDED, item).text());
    }

    /** With a clause that applies again. */
    public TailoringText included(String clause) {
        List<Tailoring.Exclusion> exclusions = read().exclusions();
        YamlEdits edits = edits();
        for (int i = exclusions.size() - 1; i >= 0; i--) {
            if (exclusions.get(i).clause().equals(clause)) {
                edits = edits.remove(EXCLUDED, i);
            }
        }
        return new TailoringText(source, edits.text());
    }

    /** With a clause of the operator's own after those that it has. */
    public TailoringText added(Tailoring.Addition addition) {
        String item = TailoringWriter.addition(addition, read().language());
        return new TailoringText(source, edits().append(ADDED, item).text());
    }

    private TailoringText set(String section, String key, String value) {
        return new TailoringText(source, edits().set(section, key, value).text());
    }

    private TailoringText remove(String section, String key) {
        return new TailoringText(source, edits().remove(section, key).text());
    }

    private YamlEdits edits() {
        return YamlEdits.of(source, text);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(FirstTailoring::scalar).collect(Collectors.joining(", ", "[", "]"));
    }
}
