package org.hoshimori.documents;

import java.time.LocalDate;
import java.util.Map;
import org.hoshimori.catalog.Lang;
import org.jspecify.annotations.Nullable;

/**
 * What an office file tells of itself without being opened (Dublin Core; ECMA-376 part 2, clause 11).
 *
 * @param dated the document's own date, never the clock's; null to leave it out
 */
record OfficeProperties(
        Lang lang,
        String title,
        String company,
        String subject,
        @Nullable LocalDate dated) {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    String core() {
        Markup out = new Markup();
        out.raw(XML);
        out.start("cp:coreProperties")
                .attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        time(out, "dcterms:created");
        out.element("dc:creator", company);
        out.element("dc:language", lang == Lang.JA ? "ja-JP" : "en-US");
        time(out, "dcterms:modified");
        out.element("dc:subject", subject);
        out.element("dc:title", title);
        return out.end().toString();
    }

    private void time(Markup out, String element) {
        if (dated != null) {
            out.start(element)
                    .attribute("xsi:type", "dcterms:W3CDTF")
                    .text(dated + "T00:00:00Z")
                    .end();
        }
    }

    /** Properties that whoever writes the file adds; their ids begin with 2 (ECMA-376 part 1, 22.3). */
    static String custom(Map<String, String> properties) {
        Markup out = new Markup();
        out.raw(XML);
        out.start("Properties")
                .attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties")
                .attribute("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes");
        int number = 2;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            out.start("property")
                    .attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
                    .attribute("pid", Integer.toString(number++))
                    .attribute("name", property.getKey())
                    .element("vt:lpwstr", property.getValue())
                    .end();
        }
        return out.end().toString();
    }

    String application() {
        Markup out = new Markup();
        out.raw(XML);
        out.start("Properties")
                .attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        out.element("Application", "Hoshimori").element("Company", company);
        return out.end().toString();
    }
}
