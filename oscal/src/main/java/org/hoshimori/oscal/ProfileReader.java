package org.hoshimori.oscal;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/** From nodes to a profile; remembers on which line each import, setting and alteration stands. */
final class ProfileReader {

    private final IdentityHashMap<Object, Integer> lines = new IdentityHashMap<>();

    IdentityHashMap<Object, Integer> lines() {
        return lines;
    }

    Profile profile(Cursor in) {
        String uuid = in.required("uuid");
        Metadata metadata = ModelReader.metadata(in);
        List<Import> imports = in.list("imports", placed(ProfileReader::imported));
        Merge merge = in.object("merge", ProfileReader::merge);
        Modify modify = in.object(
                "modify",
                m -> new Modify(
                        m.list("set-parameters", placed(ProfileReader::setParameter)),
                        m.list("alters", placed(ProfileReader::alter))));
        return new Profile(
                uuid,
                metadata,
                imports,
                merge,
                modify == null ? List.of() : modify.setParameters(),
                modify == null ? List.of() : modify.alters(),
                ModelReader.resources(in),
                in.rest());
    }

    private record Modify(List<SetParameter> setParameters, List<Alter> alters) {}

    private <T> Function<Cursor, T> placed(Function<Cursor, T> reader) {
        return in -> {
            T value = reader.apply(in);
            lines.put(value, in.line());
            return value;
        };
    }

    private static Import imported(Cursor in) {
        return new Import(
                in.required("href"),
                in.has("include-all"),
                in.list("include-controls", ProfileReader::selection),
                in.list("exclude-controls", ProfileReader::selection));
    }

    private static Import.Selection selection(Cursor in) {
        String children = in.text("with-child-controls");
        if (children != null && !children.equals("yes") && !children.equals("no")) {
            throw in.error("oscal.not-yes-or-no", "with-child-controls", children);
        }
        return new Import.Selection(
                "yes".equals(children), in.texts("with-ids"), in.list("matching", m -> m.required("pattern")));
    }

    private static Merge merge(Cursor in) {
        String combine = in.object("combine", c -> {
            String method = c.text("method");
            if (method != null && !List.of("keep", "use-first", "merge").contains(method)) {
                throw c.error("oscal.combine", method);
            }
            return method == null ? "keep" : method;
        });
        return new Merge(combine, in.flag("as-is"), in.has("flat"), in.object("custom", ProfileReader::custom));
    }

    private static Merge.Custom custom(Cursor in) {
        return new Merge.Custom(
                in.list("groups", ProfileReader::customGroup),
                in.list("insert-controls", ProfileReader::insertControls));
    }

    private static Merge.CustomGroup customGroup(Cursor in) {
        return new Merge.CustomGroup(
                in.text("id"),
                in.text("class"),
                in.required("title"),
                in.list("params", ModelReader::param),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.list("parts", ModelReader::part),
                in.list("groups", ProfileReader::customGroup),
                in.list("insert-controls", ProfileReader::insertControls),
                in.rest());
    }

    private static Merge.InsertControls insertControls(Cursor in) {
        String order = in.text("order");
        if (order != null && !List.of("keep", "ascending", "descending").contains(order)) {
            throw in.error("oscal.order", order);
        }
        return new Merge.InsertControls(
                order,
                in.has("include-all"),
                in.list("include-controls", ProfileReader::selection),
                in.list("exclude-controls", ProfileReader::selection));
    }

    private static SetParameter setParameter(Cursor in) {
        return new SetParameter(
                in.required("param-id"),
                in.text("class"),
                in.text("depends-on"),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.text("label"),
                in.text("usage"),
                in.list("constraints", ModelReader::constraint),
                in.list("guidelines", ModelReader::guideline),
                in.texts("values"),
                ModelReader.select(in));
    }

    private static Alter alter(Cursor in) {
        return new Alter(
                in.required("control-id"),
                in.list(
                        "removes",
                        r -> new Alter.Remove(
                                r.text("by-name"),
                                r.text("by-class"),
                                r.text("by-id"),
                                r.text("by-item-name"),
                                r.text("by-ns"))),
                in.list("adds", ProfileReader::add));
    }

    private static Alter.Add add(Cursor in) {
        String position = in.text("position");
        if (position != null
                && !List.of("before", "after", "starting", "ending").contains(position)) {
            throw in.error("oscal.position", position);
        }
        return new Alter.Add(
                position,
                in.text("by-id"),
                in.text("title"),
                in.list("params", ModelReader::param),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.list("parts", ModelReader::part));
    }
}
