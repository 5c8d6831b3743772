package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a catalog, and from what catalogs and profiles share, to objects of OSCAL's JSON shape. */
final class ModelWriter {

    private ModelWriter() {}

    /** The document's one root key with its object. */
    static Map<String, Object> document(OscalDocument document) {
        return switch (document) {
            case OscalCatalog catalog -> Map.of("catalog", catalog(catalog));
            case Profile profile -> Map.of("profile", ProfileWriter.profile(profile));
        };
    }

    private static Map<String, Object> catalog(OscalCatalog catalog) {
        return new Fields("catalog")
                .put("uuid", catalog.uuid())
                .put("metadata", metadata(catalog.metadata()))
                .list("params", catalog.params(), ModelWriter::param)
                .list("groups", catalog.groups(), ModelWriter::group)
                .list("controls", catalog.controls(), ModelWriter::control)
                .put("back-matter", backMatter(catalog.resources()))
                .done(catalog.extra());
    }

    static Map<String, Object> metadata(Metadata metadata) {
        return new Fields("metadata")
                .put("title", metadata.title())
                .put("published", metadata.published())
                .put("last-modified", metadata.lastModified())
                .put("version", metadata.version())
                .put("oscal-version", metadata.oscalVersion())
                .list("props", metadata.props(), ModelWriter::prop)
                .list("links", metadata.links(), ModelWriter::link)
                .put("remarks", metadata.remarks())
                .done(metadata.others());
    }

    static @Nullable Map<String, Object> backMatter(List<Resource> resources) {
        return resources.isEmpty()
                ? null
                : new Fields("back-matter")
                        .list("resources", resources, ModelWriter::resource)
                        .done();
    }

    private static Map<String, Object> resource(Resource resource) {
        return new Fields("resource")
                .put("uuid", resource.uuid())
                .put("title", resource.title())
                .put("description", resource.description())
                .list("props", resource.props(), ModelWriter::prop)
                .list(
                        "rlinks",
                        resource.rlinks(),
                        r -> new Fields("rlink")
                                .put("href", r.href())
                                .put("media-type", r.mediaType())
                                .done(r.extra()))
                .object(
                        "base64",
                        resource.base64(),
                        b -> new Fields("base64")
                                .put("filename", b.filename())
                                .put("media-type", b.mediaType())
                                .put("value", b.value())
                                .done())
                .put("remarks", resource.remarks())
                .done(resource.extra());
    }

    private static Map<String, Object> group(Group group) {
        return new Fields("group")
                .put("id", group.id())
                .put("class", group.className())
                .put("title", group.title())
                .list("params", group.params(), ModelWriter::param)
                .list("props", group.props(), ModelWriter::prop)
                .list("links", group.links(), ModelWriter::link)
                .list("parts", group.parts(), ModelWriter::part)
                .list("groups", group.groups(), ModelWriter::group)
                .list("controls", group.controls(), ModelWriter::control)
                .done(group.extra());
    }

    private static Map<String, Object> control(Control control) {
        return new Fields("control")
                .put("id", control.id())
                .put("class", control.className())
                .put("title", control.title())
                .list("params", control.params(), ModelWriter::param)
                .list("props", control.props(), ModelWriter::prop)
                .list("links", control.links(), ModelWriter::link)
                .list("parts", control.parts(), ModelWriter::part)
                .list("controls", control.controls(), ModelWriter::control)
                .done(control.extra());
    }

    static Map<String, Object> part(Part part) {
        return new Fields("part")
                .put("id", part.id())
                .put("name", part.name())
                .put("ns", part.ns())
                .put("class", part.className())
                .put("title", part.title())
                .list("props", part.props(), ModelWriter::prop)
                .put("prose", part.prose())
                .list("parts", part.parts(), ModelWriter::part)
                .list("links", part.links(), ModelWriter::link)
                .done(part.extra());
    }

    static Map<String, Object> param(Param param) {
        return new Fields("param")
                .put("id", param.id())
                .put("class", param.className())
                .put("depends-on", param.dependsOn())
                .list("props", param.props(), ModelWriter::prop)
                .list("links", param.links(), ModelWriter::link)
                .put("label", param.label())
                .put("usage", param.usage())
                .list("constraints", param.constraints(), ModelWriter::constraint)
                .list("guidelines", param.guidelines(), ModelWriter::guideline)
                .texts("values", param.values())
                .object("select", param.select(), ModelWriter::select)
                .put("remarks", param.remarks())
                .done(param.extra());
    }

    static Map<String, Object> constraint(Param.Constraint constraint) {
        return new Fields("constraint")
                .put("description", constraint.description())
                .list(
                        "tests",
                        constraint.tests(),
                        t -> new Fields("test")
                                .put("expression", t.expression())
                                .put("remarks", t.remarks())
                                .done())
                .done();
    }

    static Map<String, Object> guideline(Param.Guideline guideline) {
        return new Fields("guideline").put("prose", guideline.prose()).done();
    }

    static Map<String, Object> select(Param.Select select) {
        return new Fields("select")
                .put("how-many", select.howMany())
                .texts("choice", select.choices())
                .done();
    }

    static Map<String, Object> prop(Prop prop) {
        return new Fields("prop")
                .put("name", prop.name())
                .put("uuid", prop.uuid())
                .put("ns", prop.ns())
                .put("value", prop.value())
                .put("class", prop.className())
                .put("group", prop.group())
                .put("remarks", prop.remarks())
                .done();
    }

    static Map<String, Object> link(Link link) {
        return new Fields("link")
                .put("href", link.href())
                .put("rel", link.rel())
                .put("media-type", link.mediaType())
                .put("resource-fragment", link.resourceFragment())
                .put("text", link.text())
                .done();
    }
}
