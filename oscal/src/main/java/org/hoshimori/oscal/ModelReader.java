package org.hoshimori.oscal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From nodes to a catalog and to what catalogs and profiles share. */
final class ModelReader {

    private ModelReader() {}

    static OscalCatalog catalog(Cursor in) {
        String uuid = in.required("uuid");
        Metadata metadata = metadata(in);
        return new OscalCatalog(
                uuid,
                metadata,
                in.list("params", ModelReader::param),
                in.list("groups", ModelReader::group),
                in.list("controls", ModelReader::control),
                resources(in),
                in.rest());
    }

    static Metadata metadata(Cursor in) {
        Metadata metadata = in.object("metadata", ModelReader::metadataFields);
        if (metadata == null) {
            throw in.error("oscal.missing", "document", "metadata");
        }
        return metadata;
    }

    private static Metadata metadataFields(Cursor in) {
        return new Metadata(
                in.required("title"),
                in.text("published"),
                in.required("last-modified"),
                in.required("version"),
                in.required("oscal-version"),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.text("remarks"),
                in.rest());
    }

    static List<Resource> resources(Cursor in) {
        List<Resource> resources = in.object("back-matter", b -> b.list("resources", ModelReader::resource));
        return resources == null ? List.of() : resources;
    }

    private static Resource resource(Cursor in) {
        return new Resource(
                in.required("uuid"),
                in.text("title"),
                in.text("description"),
                in.list("props", ModelReader::prop),
                in.list("rlinks", r -> new Resource.ResourceLink(r.required("href"), r.text("media-type"), r.rest())),
                in.object(
                        "base64",
                        b -> new Resource.Base64(b.text("filename"), b.text("media-type"), b.required("value"))),
                in.text("remarks"),
                in.rest());
    }

    private static Group group(Cursor in) {
        return new Group(
                in.text("id"),
                in.text("class"),
                in.required("title"),
                in.list("params", ModelReader::param),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.list("parts", ModelReader::part),
                in.list("groups", ModelReader::group),
                in.list("controls", ModelReader::control),
                in.rest());
    }

    private static Control control(Cursor in) {
        return new Control(
                in.required("id"),
                in.text("class"),
                in.required("title"),
                in.list("params", ModelReader::param),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.list("parts", ModelReader::part),
                in.list("controls", ModelReader::control),
                in.rest());
    }

    static Part part(Cursor in) {
        return new Part(
                in.text("id"),
                in.required("name"),
                in.text("ns"),
                in.text("class"),
                in.text("title"),
                in.list("props", ModelReader::prop),
                in.text("prose"),
                in.list("parts", ModelReader::part),
                in.list("links", ModelReader::link),
                in.rest());
    }

    static Param param(Cursor in) {
        return new Param(
                in.required("id"),
                in.text("class"),
                in.text("depends-on"),
                in.list("props", ModelReader::prop),
                in.list("links", ModelReader::link),
                in.text("label"),
                in.text("usage"),
                in.list("constraints", ModelReader::constraint),
                in.list("guidelines", ModelReader::guideline),
                in.texts("values"),
                select(in),
                in.text("remarks"),
                in.rest());
    }

    static Param.Constraint constraint(Cursor in) {
        return new Param.Constraint(
                in.text("description"),
                in.list("tests", t -> new Param.Test(t.required("expression"), t.text("remarks"))));
    }

    static Param.Guideline guideline(Cursor in) {
        return new Param.Guideline(in.required("prose"));
    }

    static Param.@Nullable Select select(Cursor in) {
        return in.object("select", s -> new Param.Select(s.text("how-many"), s.texts("choice")));
    }

    static Prop prop(Cursor in) {
        return new Prop(
                in.required("name"),
                in.text("uuid"),
                in.text("ns"),
                in.required("value"),
                in.text("class"),
                in.text("group"),
                in.text("remarks"));
    }

    static Link link(Cursor in) {
        return new Link(
                in.required("href"),
                in.text("rel"),
                in.text("media-type"),
                in.text("resource-fragment"),
                in.text("text"));
    }
}
