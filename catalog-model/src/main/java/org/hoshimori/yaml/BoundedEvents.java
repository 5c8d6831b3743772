package org.hoshimori.yaml;

import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * The events of a YAML file, cut off where it nests too deeply or uses anchors: composing nodes recurses, so the bound has
 * to stand before it.
 */
final class BoundedEvents implements Parser {

    private final String file;
    private final Parser events;
    private final int maxDepth;
    private int depth;

    BoundedEvents(String file, Parser events, int maxDepth) {
        this.file = file;
        this.events = events;
        this.maxDepth = maxDepth;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw error(event, "yaml.alias");
        }
        if (event instanceof CollectionStartEvent && ++depth > maxDepth) {
            throw error(event, "yaml.too-deep", Integer.toString(maxDepth));
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }

    private YamlException error(Event event, String code, String... arguments) {
        Place place = event.getStartMark().map(m -> YamlNode.place(file, m)).orElse(new Place(file, 1, 1));
        return new YamlException(place, code, arguments);
    }
}
