package org.hoshimori.oscal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what texts insert ({@code {{ insert: param, id }}}) and what links and anchors point to ({@code #id}). */
final class References {

    private final Set<String> inserted = new HashSet<>();
    private final Set<String> linked = new HashSet<>();

    Set<String> inserted() {
        return inserted;
    }

    /** Targets without the sign, in lower case, as UUIDs may be written either way. */
    Set<String> linked() {
        return linked;
    }

    void in(Metadata metadata) {
        text(metadata.title());
        text(metadata.remarks());
        props(metadata.props());
        links(metadata.links());
        anything(metadata.others());
    }

    void in(Group group) {
        text(group.title());
        props(group.props());
        links(group.links());
        group.parts().forEach(this::in);
        group.groups().forEach(this::in);
        group.controls().forEach(this::in);
    }

    void in(Control control) {
        inOwn(control);
        control.controls().forEach(this::in);
    }

    /** What the control itself holds, without the controls within it. */
    void inOwn(Control control) {
        text(control.title());
        control.params().forEach(this::in);
        props(control.props());
        links(control.links());
        control.parts().forEach(this::in);
        anything(control.extra());
    }

    void in(Part part) {
        text(part.title());
        text(part.prose());
        props(part.props());
        links(part.links());
        part.parts().forEach(this::in);
        anything(part.extra());
    }

    void in(Param param) {
        text(param.label());
        text(param.usage());
        text(param.remarks());
        props(param.props());
        links(param.links());
        param.constraints().forEach(c -> {
            text(c.description());
            c.tests().forEach(t -> text(t.remarks()));
        });
        param.guidelines().forEach(g -> text(g.prose()));
        param.values().forEach(this::text);
        if (param.select() != null) {
            param.select().choices().forEach(this::text);
        }
    }

    private void props(List<Prop> props) {
        props.forEach(p -> text(p.remarks()));
    }

    private void links(List<Link> links) {
        for (Link link : links) {
            target(link.href());
            text(link.text());
        }
    }

    private void target(String href) {
        if (href.startsWith("#")) {
            linked.add(href.substring(1).toLowerCase(Locale.ROOT));
        }
    }

    private void anything(@Nullable Object value) {
        switch (value) {
            case String s -> text(s);
            case List<?> list -> list.forEach(this::anything);
            case Map<?, ?> map -> {
                if (map.get("href") instanceof String href) {
                    target(href);
                }
                map.values().forEach(this::anything);
            }
            case null, default -> {
                // Numbers and booleans refer to nothing.
            }
        }
    }

    void text(@Nullable String text) {
        if (text == null) {
            return;
        }
        Insertion.each(text, (_, _, id) -> inserted.add(id));
        for (int at = text.indexOf("](#"); at >= 0; at = text.indexOf("](#", at + 3)) {
            int end = at + 3;
            while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ')') {
                end++;
            }
            target(text.substring(at + 2, end));
        }
    }
}
