package org.hoshimori.oscal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a profile to objects of OSCAL's JSON shape. */
final class ProfileWriter {

    private ProfileWriter() {}

    static Map<String, Object> profile(Profile profile) {
        return new Fields("profile")
                .put("uuid", profile.uuid())
                .put("metadata", ModelWriter.metadata(profile.metadata()))
                .list("imports", profile.imports(), ProfileWriter::imported)
                .object("merge", profile.merge(), ProfileWriter::merge)
                .put("modify", modify(profile))
                .put("back-matter", ModelWriter.backMatter(profile.resources()))
                .done(profile.extra());
    }

    private static Map<String, Object> imported(Import imported) {
        return new Fields("import")
                .put("href", imported.href())
                .put("include-all", imported.includeAll() ? Map.of() : null)
                .list("include-controls", imported.includes(), ProfileWriter::selection)
                .list("exclude-controls", imported.excludes(), ProfileWriter::selection)
                .done();
    }

    private static Map<String, Object> selection(Import.Selection selection) {
        return new Fields("include-controls")
                .put("with-child-controls", selection.withChildControls() ? "yes" : null)
                .texts("with-ids", selection.ids())
                .list("matching", selection.patterns(), p -> Map.of("pattern", p))
                .done();
    }

    private static Map<String, Object> merge(Merge merge) {
        return new Fields("merge")
                .object("combine", merge.combine(), method -> Map.of("method", method))
                .put("flat", merge.flat() ? Map.of() : null)
                .put("as-is", merge.asIs())
                .object(
                        "custom",
                        merge.custom(),
                        c -> new Fields("custom")
                                .list("groups", c.groups(), ProfileWriter::customGroup)
                                .list("insert-controls", c.insertControls(), ProfileWriter::insertControls)
                                .done())
                .done();
    }

    private static Map<String, Object> customGroup(Merge.CustomGroup group) {
        return new Fields("custom-group")
                .put("id", group.id())
                .put("class", group.className())
                .put("title", group.title())
                .list("params", group.params(), ModelWriter::param)
                .list("props", group.props(), ModelWriter::prop)
                .list("links", group.links(), ModelWriter::link)
                .list("parts", group.parts(), ModelWriter::part)
                .list("groups", group.groups(), ProfileWriter::customGroup)
                .list("insert-controls", group.insertControls(), ProfileWriter::insertControls)
                .done(group.extra());
    }

    private static Map<String, Object> insertControls(Merge.InsertControls insert) {
        return new Fields("insert-controls")
                .put("order", insert.order())
                .put("include-all", insert.includeAll() ? Map.of() : null)
                .list("include-controls", insert.includes(), ProfileWriter::selection)
                .list("exclude-controls", insert.excludes(), ProfileWriter::selection)
                .done();
    }

    private static @Nullable Map<String, Object> modify(Profile profile) {
        if (profile.setParameters().isEmpty() && profile.alters().isEmpty()) {
            return null;
        }
        return new Fields("modify")
                .list("set-parameters", profile.setParameters(), ProfileWriter::setParameter)
                .list("alters", profile.alters(), ProfileWriter::alter)
                .done();
    }

    private static Map<String, Object> setParameter(SetParameter set) {
        return new Fields("set-parameter")
                .put("param-id", set.paramId())
                .put("class", set.className())
                .put("depends-on", set.dependsOn())
                .list("props", set.props(), ModelWriter::prop)
                .list("links", set.links(), ModelWriter::link)
                .put("label", set.label())
                .put("usage", set.usage())
                .list("constraints", set.constraints(), ModelWriter::constraint)
                .list("guidelines", set.guidelines(), ModelWriter::guideline)
                .texts("values", set.values())
                .object("select", set.select(), ModelWriter::select)
                .done();
    }

    private static Map<String, Object> alter(Alter alter) {
        return new Fields("alter")
                .put("control-id", alter.controlId())
                .list(
                        "removes",
                        alter.removes(),
                        r -> new Fields("remove")
                                .put("by-name", r.byName())
                                .put("by-class", r.byClass())
                                .put("by-id", r.byId())
                                .put("by-item-name", r.byItemName())
                                .put("by-ns", r.byNs())
                                .done())
                .list("adds", alter.adds(), ProfileWriter::add)
                .done();
    }

    private static Map<String, Object> add(Alter.Add add) {
        return new Fields("add")
                .put("position", add.position())
                .put("by-id", add.byId())
                .put("title", add.title())
                .list("params", add.params(), ModelWriter::param)
                .list("props", add.props(), ModelWriter::prop)
                .list("links", add.links(), ModelWriter::link)
                .list("parts", add.parts(), ModelWriter::part)
                .done();
    }
}
