package org.hoshimori.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Layout;
import org.hoshimori.catalog.Modality;
import org.hoshimori.catalog.Mode;
import org.hoshimori.catalog.Openness;
import org.hoshimori.catalog.Origin;
import org.hoshimori.catalog.Text;
import org.hoshimori.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Puts a chapter's structure and its words together. */
final class ChapterReader {

    private static final Set<String> CLAUSE = Set.of(
            "clause",
            "number",
            "title-prints",
            "related",
            "when",
            "space",
            "legal",
            "parameters",
            "contents",
            "origin");
    private static final Set<String> DUTY = Set.of(
            "duty",
            "as",
            "modality",
            "actor",
            "act",
            "object",
            "trigger",
            "rhythm",
            "record",
            "mode",
            "when",
            "space",
            "legal",
            "origin");
    private static final Set<String> TEXT = Set.of("text", "as", "when", "space", "legal", "origin");

    private final BothTexts texts;
    private final Problems problems;
    private final ParameterReader parameters;
    private final TableReader tables;

    ChapterReader(BothTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
        this.parameters = new ParameterReader(texts, problems);
        this.tables = new TableReader(texts, problems);
    }

    Chapter read(YamlNode root) {
        Map<String, YamlNode> map = root.map();
        root.onlyKeys(Set.of(
                "chapter", "number", "csf", "registers", "parameters", "contents", "posts", "groups", "version"));
        String id = required(root, map, "chapter").text();
        return new Chapter(
                id,
                Integer.parseInt(required(root, map, "number").text()),
                texts.title(id),
                strings(map.get("csf")),
                parameters.read(map.get("parameters")),
                contents(map.get("contents"), new Inherited(false, false)));
    }

    List<Catalog.Named> registers(YamlNode root) {
        return named(root, "registers", "register:");
    }

    List<Catalog.Named> named(YamlNode root, String key, String prefix) {
        return strings(root.map().get(key)).stream()
                .map(code -> new Catalog.Named(code, texts.words(prefix + code)))
                .toList();
    }

    private record Inherited(boolean space, boolean legal) {}

    private List<Entry> contents(@Nullable YamlNode list, Inherited inherited) {
        List<Entry> entries = new ArrayList<>();
        if (list != null) {
            for (YamlNode each : list.list()) {
                entry(each, inherited).ifPresent(entries::add);
            }
        }
        return List.copyOf(entries);
    }

    private Optional<Entry> entry(YamlNode node, Inherited inherited) {
        Map<String, YamlNode> map = node.map();
        if (map.containsKey("clause")) {
            node.onlyKeys(CLAUSE);
            return Optional.of(clause(map, inherited));
        }
        if (map.containsKey("duty")) {
            node.onlyKeys(DUTY);
            return Optional.of(duty(node, map, inherited));
        }
        if (map.containsKey("text")) {
            node.onlyKeys(TEXT);
            return Optional.of(text(map, inherited));
        }
        if (map.containsKey("table")) {
            return Optional.of(tables.read(node, inherited.space()));
        }
        problems.add(node.place(), "an entry is a clause, a duty, a text or a table");
        return Optional.empty();
    }

    private Clause clause(Map<String, YamlNode> map, Inherited inherited) {
        String id = text(map, "clause");
        Inherited here = inherit(map, inherited);
        return new Clause(
                id,
                optional(map, "number"),
                texts.title(id),
                flag(map, "title-prints"),
                strings(map.get("related")),
                optional(map, "when"),
                here.space(),
                here.legal(),
                parameters.read(map.get("parameters")),
                contents(map.get("contents"), here));
    }

    private Duty duty(YamlNode node, Map<String, YamlNode> map, Inherited inherited) {
        String id = text(map, "duty");
        Inherited here = inherit(map, inherited);
        if (!map.containsKey("trigger") && !map.containsKey("rhythm")) {
            problems.add(node.place(), id + " lacks trigger or rhythm");
        }
        return new Duty(
                id,
                code(map, "as", Layout::of, Layout.PARAGRAPH),
                texts.words(id),
                demanded(node, map, "modality", Modality::of, Modality.MUST),
                actors(node, map),
                demandedText(node, map, "act"),
                demandedText(node, map, "object"),
                optional(map, "trigger"),
                optional(map, "rhythm"),
                demandedText(node, map, "record"),
                demanded(node, map, "mode", Mode::of, Mode.TEXT),
                optional(map, "when"),
                here.space(),
                here.legal(),
                code(map, "origin", Origin::of, Origin.SOURCE));
    }

    private Text text(Map<String, YamlNode> map, Inherited inherited) {
        String id = text(map, "text");
        Inherited here = inherit(map, inherited);
        return new Text(
                id,
                code(map, "as", Layout::of, Layout.PARAGRAPH),
                texts.words(id),
                optional(map, "when"),
                here.space(),
                here.legal(),
                code(map, "origin", Origin::of, Origin.SOURCE));
    }

    private List<String> actors(YamlNode node, Map<String, YamlNode> map) {
        List<String> actors = strings(map.get("actor"));
        if (actors.isEmpty()) {
            problems.add(node.place(), text(map, "duty") + " lacks actor");
        }
        return actors;
    }

    private String demandedText(YamlNode node, Map<String, YamlNode> map, String key) {
        YamlNode value = map.get(key);
        if (value == null || value.text().isBlank()) {
            problems.add(node.place(), text(map, "duty") + " lacks " + key);
            return "";
        }
        return value.text();
    }

    private <T> T demanded(YamlNode node, Map<String, YamlNode> map, String key, Function<String, T> of, T otherwise) {
        if (!map.containsKey(key)) {
            problems.add(node.place(), text(map, "duty") + " lacks " + key);
        }
        return code(map, key, of, otherwise);
    }

    private <T> T code(Map<String, YamlNode> map, String key, Function<String, T> of, T otherwise) {
        YamlNode value = map.get(key);
        return value == null ? otherwise : coded(value, of, otherwise, problems);
    }

    static <T> T coded(YamlNode value, Function<String, T> of, T otherwise, Problems problems) {
        try {
            return of.apply(value.text());
        } catch (IllegalArgumentException e) {
            problems.add(value.place(), "unknown code " + value.text());
            return otherwise;
        }
    }

    private static Inherited inherit(Map<String, YamlNode> map, Inherited inherited) {
        return new Inherited(inherited.space() || flag(map, "space"), inherited.legal() || flag(map, "legal"));
    }

    static boolean flag(Map<String, YamlNode> map, String key) {
        YamlNode value = map.get(key);
        return value != null && value.text().equals("true");
    }

    static String text(Map<String, YamlNode> map, String key) {
        YamlNode value = map.get(key);
        return value == null ? "" : value.text();
    }

    static @Nullable String optional(Map<String, YamlNode> map, String key) {
        YamlNode value = map.get(key);
        return value == null ? null : value.text();
    }

    static List<String> strings(@Nullable YamlNode list) {
        return list == null
                ? List.of()
                : list.list().stream().map(YamlNode::text).toList();
    }

    static Openness openness(Map<String, YamlNode> map, Problems problems) {
        YamlNode value = map.get("open");
        return value == null ? Openness.SETTLED : coded(value, Openness::of, Openness.SETTLED, problems);
    }

    private static YamlNode required(YamlNode node, Map<String, YamlNode> map, String key) {
        YamlNode value = map.get(key);
        if (value == null) {
            throw node.error("catalog.lacks", key);
        }
        return value;
    }
}
