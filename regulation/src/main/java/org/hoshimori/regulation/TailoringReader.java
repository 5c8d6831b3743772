package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.YamlException;
import org.hoshimori.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a {@code tailoring.yaml}. */
public final class TailoringReader {

    private static final Set<String> KEYS =
            Set.of("tailoring", "catalog", "language", "values", "posts", "tables", "excluded", "altered", "added");
    private static final Set<String> LANGS = Set.of("ja", "en");
    private static final String FORMAT = "1";

    private final String source;
    private final Lang language;

    private TailoringReader(String source, Lang language) {
        this.source = source;
        this.language = language;
    }

    /**
     * Reads a tailoring.
     *
     * @param source the file's name, for messages
     * @throws YamlException if the text is not YAML or not shaped as a tailoring; unknown ids and wrong types are for lint
     */
    public static Tailoring read(String source, String text) {
        return YamlNode.read(source, text)
                .filter(root -> !root.isNull())
                .map(root -> read(source, root))
                .orElseGet(() -> empty(source));
    }

    /**
     * Reads values alone, as the file of answers gives them: parameter id → value, without {@code values:} above.
     *
     * @throws YamlException as {@link #read(String, String)}
     */
    public static Tailoring readValues(String source, String text, Lang language) {
        TailoringReader reader = new TailoringReader(source, language);
        Map<String, Tailoring.Given> values = each(YamlNode.read(source, text).orElse(null), reader::given);
        return new Tailoring(source, null, language, values, Map.of(), Map.of(), List.of(), Map.of(), List.of());
    }

    private static Tailoring empty(String source) {
        return new Tailoring(source, null, Lang.JA, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of());
    }

    private static Tailoring read(String source, YamlNode root) {
        root.onlyKeys(KEYS);
        Map<String, YamlNode> map = root.map();
        YamlNode format = map.get("tailoring");
        if (format != null && !format.text().equals(FORMAT)) {
            throw format.error("tailoring.format", format.text(), FORMAT);
        }
        return new TailoringReader(source, language(map.get("language"))).tailoring(map);
    }

    private static Lang language(@Nullable YamlNode node) {
        if (node == null) {
            return Lang.JA;
        }
        if (!LANGS.contains(node.text())) {
            throw node.error("tailoring.language", node.text());
        }
        return Lang.of(node.text());
    }

    private Tailoring tailoring(Map<String, YamlNode> map) {
        YamlNode catalog = map.get("catalog");
        return new Tailoring(
                source,
                catalog == null || catalog.isNull() ? null : catalog.text(),
                language,
                each(map.get("values"), this::given),
                each(map.get("posts"), n -> new Tailoring.PostTitle(n.place(), words(n))),
                each(map.get("tables"), this::rows),
                list(map.get("excluded"), this::exclusion),
                each(map.get("altered"), this::alteration),
                list(map.get("added"), this::addition));
    }

    private static <T> Map<String, T> each(@Nullable YamlNode node, Function<YamlNode, T> read) {
        Map<String, T> result = new LinkedHashMap<>();
        if (node != null) {
            // A key without a value is a place still to be filled in: as if it were not there.
            node.map().forEach((key, value) -> {
                if (!value.isNull()) {
                    result.put(key, read.apply(value));
                }
            });
        }
        return result;
    }

    private static <T> List<T> list(@Nullable YamlNode node, Function<YamlNode, T> read) {
        List<T> result = new ArrayList<>();
        if (node != null) {
            node.list().forEach(n -> result.add(read.apply(n)));
        }
        return List.copyOf(result);
    }

    private Tailoring.Given given(YamlNode node) {
        if (node.isList()) {
            return new Tailoring.Given(
                    node.place(), node.list().stream().map(YamlNode::text).toList(), null);
        }
        if (node.isMap()) {
            return new Tailoring.Given(node.place(), List.of(), words(node));
        }
        return new Tailoring.Given(node.place(), List.of(node.text()), words(node));
    }

    private Words words(YamlNode node) {
        if (!node.isMap()) {
            return Words.only(language, node.text().strip());
        }
        node.onlyKeys(LANGS);
        Map<String, YamlNode> map = node.map();
        String ja = text(map.get("ja"));
        String en = text(map.get("en"));
        if (ja == null && en == null) {
            throw node.error("tailoring.no-words");
        }
        return new Words(ja, en);
    }

    private static @Nullable String text(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : node.text().strip();
    }

    private Tailoring.Rows rows(YamlNode node) {
        if (node.isList()) {
            return new Tailoring.Rows(node.place(), true, list(node, this::row), List.of());
        }
        node.onlyKeys(Set.of("replace", "change", "remove"));
        Map<String, YamlNode> map = node.map();
        YamlNode replace = map.get("replace");
        YamlNode removed = map.get("remove");
        return new Tailoring.Rows(
                node.place(),
                replace != null,
                list(replace != null ? replace : map.get("change"), this::row),
                removed == null
                        ? List.of()
                        : removed.list().stream().map(YamlNode::text).toList());
    }

    private Tailoring.Row row(YamlNode node) {
        Map<String, Words> cells = new LinkedHashMap<>();
        String id = null;
        for (Map.Entry<String, YamlNode> each : node.map().entrySet()) {
            if (each.getKey().equals("row")) {
                id = each.getValue().text();
            } else if (!each.getValue().isNull()) {
                cells.put(each.getKey(), words(each.getValue()));
            }
        }
        if (id == null) {
            throw node.error("tailoring.row-id");
        }
        return new Tailoring.Row(node.place(), id, cells);
    }

    private Tailoring.Exclusion exclusion(YamlNode node) {
        if (!node.isMap()) {
            return new Tailoring.Exclusion(node.place(), node.text(), null);
        }
        node.onlyKeys(Set.of("clause", "reason"));
        Map<String, YamlNode> map = node.map();
        YamlNode reason = map.get("reason");
        return new Tailoring.Exclusion(node.place(), needed(node, map, "clause"), reason(reason));
    }

    /** A reason, or null if there is none or it says nothing. */
    private @Nullable Words reason(@Nullable YamlNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        Words words = words(node);
        return words.in(language).isBlank() ? null : words;
    }

    private Tailoring.Alteration alteration(YamlNode node) {
        return new Tailoring.Alteration(node.place(), words(node));
    }

    private Tailoring.Addition addition(YamlNode node) {
        node.onlyKeys(Set.of("clause", "within", "after", "title", "text", "modality", "actor", "mode", "record"));
        Map<String, YamlNode> map = node.map();
        YamlNode actors = map.get("actor");
        return new Tailoring.Addition(
                node.place(),
                needed(node, map, "clause"),
                needed(node, map, "within"),
                text(map.get("after")),
                words(neededNode(node, map, "title")),
                words(neededNode(node, map, "text")),
                text(map.get("modality")),
                actors == null
                        ? List.of()
                        : actors.list().stream().map(YamlNode::text).toList(),
                text(map.get("mode")),
                text(map.get("record")));
    }

    private static String needed(YamlNode node, Map<String, YamlNode> map, String key) {
        return neededNode(node, map, key).text();
    }

    private static YamlNode neededNode(YamlNode node, Map<String, YamlNode> map, String key) {
        YamlNode value = map.get(key);
        if (value == null || value.isNull()) {
            throw node.error("tailoring.lacks", key);
        }
        return value;
    }
}
