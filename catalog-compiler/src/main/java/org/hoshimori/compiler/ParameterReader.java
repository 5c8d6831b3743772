package org.hoshimori.compiler;

import static org.hoshimori.compiler.ChapterReader.coded;
import static org.hoshimori.compiler.ChapterReader.optional;
import static org.hoshimori.compiler.ChapterReader.strings;
import static org.hoshimori.compiler.ChapterReader.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.catalog.Direction;
import org.hoshimori.catalog.Origin;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Values;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a chapter or clause. */
final class ParameterReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "type",
            "unit",
            "direction",
            "sample",
            "choices",
            "join",
            "stricter",
            "open",
            "origin",
            "with",
            "law",
            "guidance",
            "when");

    private final BothTexts texts;
    private final Problems problems;

    ParameterReader(BothTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    List<Parameter> read(@Nullable YamlNode list) {
        List<Parameter> parameters = new ArrayList<>();
        if (list != null) {
            list.list().forEach(node -> parameters.add(parameter(node)));
        }
        return List.copyOf(parameters);
    }

    private Parameter parameter(YamlNode node) {
        node.onlyKeys(KEYS);
        Map<String, YamlNode> map = node.map();
        String id = text(map, "id");
        if (id.indexOf('_') < 0) {
            throw node.error("catalog.parameter-id", id);
        }
        YamlNode typeNode = map.getOrDefault("type", node);
        ParameterType type = coded(typeNode, ParameterType::of, ParameterType.TEXT, problems);
        List<Parameter.Choice> choices = strings(map.get("choices")).stream()
                .map(code -> new Parameter.Choice(code, texts.words(id + "=" + code)))
                .toList();
        Direction direction = direction(map);
        return new Parameter(
                id,
                type,
                texts.words(id),
                texts.optionalWords(id + ":help").orElse(null),
                optional(map, "unit"),
                direction,
                sample(map, id, type, choices),
                choices,
                strings(map.get("stricter")),
                text(map, "join").equals("or"),
                ChapterReader.openness(map, problems),
                origin(map),
                optional(map, "with"),
                law(map, id, type, choices),
                ChapterReader.flag(map, "guidance") ? texts.words(id + ":guidance") : null,
                optional(map, "when"));
    }

    private Direction direction(Map<String, YamlNode> map) {
        YamlNode value = map.get("direction");
        return value == null ? Direction.NONE : coded(value, Direction::of, Direction.NONE, problems);
    }

    private Origin origin(Map<String, YamlNode> map) {
        YamlNode value = map.get("origin");
        return value == null ? Origin.SOURCE : coded(value, Origin::of, Origin.SOURCE, problems);
    }

    private @Nullable Value sample(
            Map<String, YamlNode> map, String id, ParameterType type, List<Parameter.Choice> choices) {
        if (type == ParameterType.TEXT) {
            return texts.optionalWords(id + ":sample").map(Value.OfText::new).orElse(null);
        }
        YamlNode sample = map.get("sample");
        return sample == null ? null : value(sample, type, choices);
    }

    private @Nullable Value value(YamlNode node, ParameterType type, List<Parameter.Choice> choices) {
        try {
            List<String> codes = choices.stream().map(Parameter.Choice::code).toList();
            return Values.parse(type, codes, strings(node));
        } catch (IllegalArgumentException e) {
            problems.add(node.place(), "not a " + type.code() + ": " + e.getMessage());
            return null;
        }
    }

    private Parameter.@Nullable Law law(
            Map<String, YamlNode> map, String id, ParameterType type, List<Parameter.Choice> choices) {
        YamlNode law = map.get("law");
        if (law == null) {
            return null;
        }
        law.onlyKeys(Set.of("at-least", "at-most", "fixed"));
        Words citation = texts.words(id + ":law");
        for (Map.Entry<String, YamlNode> each : law.map().entrySet()) {
            boolean fixed = each.getKey().equals("fixed");
            YamlNode bound = fixed ? map.getOrDefault("sample", law) : each.getValue();
            Value value = value(bound, type, choices);
            if (value != null) {
                return new Parameter.Law(fixed ? Direction.EXACTLY : Direction.of(each.getKey()), value, citation);
            }
        }
        return null;
    }
}
