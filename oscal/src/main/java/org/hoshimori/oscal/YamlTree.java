package org.hoshimori.oscal;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into nodes from the parser's events, so that depth and size are bounded as it goes: an alias counts as
 * much as what it repeats.
 */
final class YamlTree {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,4})?");

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int nodes;

    private YamlTree(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    static Node read(String file, byte[] content) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Limits.FILE_SIZE)
                .build();
        try {
            Iterator<Event> events =
                    new Parse(settings).parseString(decoded(file, content)).iterator();
            return new YamlTree(file, events).document();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new OscalFormatException(
                    file,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0),
                    "oscal.syntax",
                    "YAML",
                    firstLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new OscalFormatException(file, 0, 0, "oscal.syntax", "YAML", firstLine(e.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static String decoded(String file, byte[] content) {
        try {
            return Encodings.decoded(content, Encodings.unicode(content));
        } catch (CharacterCodingException e) {
            throw new OscalFormatException(file, 0, 0, "oscal.not-utf-8");
        }
    }

    private Node document() {
        Event event = events.next();
        while (event.getEventId() != Event.ID.DocumentStart) {
            if (event.getEventId() == Event.ID.StreamEnd) {
                throw error(event, "oscal.ends-early");
            }
            event = events.next();
        }
        Node root = value(events.next(), 0);
        for (Event rest = events.next(); rest.getEventId() != Event.ID.StreamEnd; rest = events.next()) {
            if (rest.getEventId() == Event.ID.DocumentStart) {
                throw error(rest, "oscal.after-end");
            }
        }
        return root;
    }

    private Node value(Event event, int depth) {
        if (depth > Limits.DEPTH) {
            throw error(event, "oscal.too-deep", Integer.toString(Limits.DEPTH));
        }
        int before = nodes;
        count(event, 1);
        return switch (event) {
            case ScalarEvent scalar -> keep(scalar.getAnchor(), scalar(scalar), before);
            case SequenceStartEvent start -> keep(start.getAnchor(), items(start, depth), before);
            case MappingStartEvent start -> keep(start.getAnchor(), fields(start, depth), before);
            case AliasEvent alias -> {
                Node node = anchors.get(alias.getAlias());
                if (node == null) {
                    // Unknown, or still open: a value can't contain itself.
                    throw error(event, "oscal.alias", alias.getAlias().getValue());
                }
                count(event, sizes.getOrDefault(alias.getAlias(), 1));
                yield node;
            }
            default -> throw error(event, "oscal.ends-early");
        };
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > Limits.NODES) {
            throw error(event, "oscal.too-many-values", Integer.toString(Limits.NODES));
        }
    }

    private Node keep(Optional<Anchor> anchor, Node node, int before) {
        anchor.ifPresent(a -> {
            anchors.put(a, node);
            sizes.put(a, nodes - before);
        });
        return node;
    }

    private Node items(SequenceStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            items.add(value(e, depth + 1));
        }
        return new Node.Items(items, line(start), column(start));
    }

    private Node fields(MappingStartEvent start, int depth) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            if (!(e instanceof ScalarEvent key)) {
                throw error(e, "oscal.key-not-text");
            }
            Node value = value(events.next(), depth + 1);
            if (fields.put(key.getValue(), value) != null) {
                throw error(e, "oscal.key-twice", key.getValue());
            }
        }
        return new Node.Fields(fields, line(start), column(start));
    }

    /** OSCAL's values are strings; a plain number or date is taken as it is written. */
    private static Node scalar(ScalarEvent event) {
        String text = event.getValue();
        Node.Kind kind = Node.Kind.TEXT;
        if (event.isPlain() && event.getTag().isEmpty()) {
            kind = plainKind(text);
        }
        return new Node.Scalar(kind == Node.Kind.NULL ? "" : text, kind, line(event), column(event));
    }

    private static Node.Kind plainKind(String text) {
        if (NULLS.contains(text)) {
            return Node.Kind.NULL;
        }
        if (BOOLEANS.contains(text)) {
            return Node.Kind.BOOLEAN;
        }
        return NUMBER.matcher(text).matches() ? Node.Kind.UNQUOTED : Node.Kind.TEXT;
    }

    private OscalFormatException error(Event event, String code, String... arguments) {
        return new OscalFormatException(file, line(event), column(event), code, arguments);
    }

    private static int line(Event event) {
        return event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(m -> m.getColumn() + 1).orElse(0);
    }
}
