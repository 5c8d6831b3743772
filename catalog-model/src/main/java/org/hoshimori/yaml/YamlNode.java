package org.hoshimori.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A node of a YAML file and where it stands. Scalars are always text; what they mean is the caller's to decide. Aliases
 * are refused (nobody needs them here, and they can make a small file huge), as are keys given twice.
 */
public final class YamlNode {

    private static final int MAX_CODE_POINTS = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 40;

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Reads one document; an empty one is empty.
     *
     * @throws YamlException if the text is not YAML, holds aliases, is nested too deeply or too large
     */
    public static Optional<YamlNode> read(String file, String text) {
        refuseUnprintable(file, text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MAX_CODE_POINTS)
                .build();
        try {
            Parser events = new ParserImpl(settings, new StreamReader(settings, text));
            return new Composer(settings, new BoundedEvents(file, events, MAX_DEPTH))
                    .getSingleNode()
                    .map(n -> new YamlNode(file, n));
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(m -> place(file, m)).orElse(new Place(file, 1, 1));
            throw new YamlException(place, "yaml.syntax", firstLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new YamlException(new Place(file, 1, 1), "yaml.syntax", firstLine(e.getMessage()));
        }
    }

    /** Control characters, which YAML does not allow; found here because the parser does not say where they stand. */
    private static void refuseUnprintable(String file, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                throw new YamlException(new Place(file, line, column), "yaml.character", "U+%04X".formatted(c));
            }
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").trim();
    }

    private static Place place(String file, Node node) {
        return node.getStartMark().map(m -> place(file, m)).orElse(new Place(file, 1, 1));
    }

    static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Where this node begins. */
    public Place place() {
        return place(file, node);
    }

    /** Where the node begins in its text, counted in code points from 0. */
    int from() {
        return node.getStartMark().orElseThrow().getIndex();
    }

    /** Where it ends; of what is written in lines of its own, where the next thing begins. */
    int to() {
        return node.getEndMark().orElseThrow().getIndex();
    }

    /** Whether it is written in brackets rather than in lines of its own. */
    boolean inBrackets() {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    /** The keys of a mapping as they stand, in the file's order. */
    List<YamlNode> keys() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(t -> new YamlNode(file, t.getKeyNode()))
                        .toList()
                : List.of();
    }

    /** Whether this is a mapping. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Whether this is a sequence. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether this is an empty scalar, {@code null} or {@code ~}. */
    public boolean isNull() {
        return node instanceof ScalarNode scalar
                && (scalar.isPlain() && (Set.of("", "~", "null").contains(scalar.getValue())));
    }

    /**
     * The text of a scalar.
     *
     * @throws YamlException if this is a mapping or a sequence
     */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error("yaml.not-a-scalar");
    }

    /**
     * The elements of a sequence; a scalar counts as a sequence of one, an empty node as an empty one.
     *
     * @throws YamlException if this is a mapping
     */
    public List<YamlNode> list() {
        return switch (node) {
            case SequenceNode sequence ->
                sequence.getValue().stream().map(n -> new YamlNode(file, n)).toList();
            case ScalarNode _ -> isNull() ? List.of() : List.of(this);
            default -> throw error("yaml.not-a-list");
        };
    }

    /**
     * The values of a mapping by key, in the file's order; an empty node is an empty mapping.
     *
     * @throws YamlException if this is no mapping, or a key stands twice
     */
    public Map<String, YamlNode> map() {
        if (isNull()) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            throw error("yaml.not-a-map");
        }
        Map<String, YamlNode> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (map.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.error("yaml.key-twice", key.text());
            }
        }
        return map;
    }

    /**
     * Refuses keys that are not among these.
     *
     * @throws YamlException at the first unknown key
     */
    public void onlyKeys(Set<String> known) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                YamlNode key = new YamlNode(file, tuple.getKeyNode());
                if (!known.contains(key.text())) {
                    throw key.error(
                            "yaml.unknown-key",
                            key.text(),
                            String.join(", ", known.stream().sorted().toList()));
                }
            }
        }
    }

    /** An error at this node. */
    public YamlException error(String code, String... arguments) {
        return new YamlException(place(), code, arguments);
    }
}
