package org.hoshimori.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.catalog.Lang;

/** The parts of a Word file beside its body, and the zip that holds them all (ECMA-376 part 2). */
final class WordParts {

    static final String LOGO = "rIdLogo";

    private static final String CUSTOM_TYPE = "<Override PartName=\"/docProps/custom.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>\n";

    private static final String HEADER = "rIdHeader";
    private static final String FOOTER = "rIdFooter";

    private static final String MAIN = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static final String DRAWING =
            " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                    + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                    + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Document document;
    private final SortedMap<String, String> custom;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private List<byte[]> pictures = List.of();

    WordParts(Document document, Map<String, String> custom) {
        this.document = document;
        this.custom = new TreeMap<>(custom);
    }

    /** With pictures in its body, which name them by {@link #picture}. */
    WordParts with(List<byte[]> all) {
        pictures = List.copyOf(all);
        return this;
    }

    /** How the body names a picture, counted from 1. */
    static String picture(int number) {
        return "rIdPicture" + number;
    }

    byte[] zip(String body, int stepLists) throws IOException {
        text(
                "[Content_Types].xml",
                resource("content-types.xml")
                        .replace("</Types>", custom.isEmpty() ? "</Types>" : CUSTOM_TYPE + "</Types>"));
        text(
                "_rels/.rels",
                resource("package-rels.xml")
                        .replace(
                                "</Relationships>",
                                custom.isEmpty()
                                        ? "</Relationships>"
                                        : relation("rIdCustom", "custom-properties", "docProps/custom.xml")
                                                + "</Relationships>"));
        text("word/document.xml", document(body));
        text("word/_rels/document.xml.rels", relations());
        text("word/styles.xml", styles());
        text("word/numbering.xml", numbering(stepLists));
        text("word/settings.xml", resource("settings.xml"));
        text("word/fontTable.xml", resource("fontTable.xml"));
        WordMargins margins = new WordMargins(document);
        text("word/header1.xml", XML + "<w:hdr " + MAIN + ">" + margins.header() + "</w:hdr>");
        text("word/footer1.xml", XML + "<w:ftr " + MAIN + ">" + margins.footer() + "</w:ftr>");
        OfficeProperties properties = new OfficeProperties(
                document.lang(),
                document.title().plain(),
                document.company().plain(),
                document.revision().plain(),
                document.dated());
        text("docProps/core.xml", properties.core());
        text("docProps/app.xml", properties.application());
        if (!custom.isEmpty()) {
            text("docProps/custom.xml", OfficeProperties.custom(custom));
        }
        document.picture().ifPresent(l -> parts.put("word/media/" + logoName(l), l.bytes()));
        for (int i = 1; i <= pictures.size(); i++) {
            parts.put("word/media/picture" + i + ".png", pictures.get(i - 1));
        }
        return SteadyZip.of(parts);
    }

    private static String logoName(Logo logo) {
        return logo.isPng() ? "logo.png" : "logo.jpeg";
    }

    private static String resource(String name) {
        return Resources.text("word/" + name);
    }

    private void text(String part, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String body) {
        return XML + "<w:document " + MAIN + DRAWING + "><w:body>\n" + body + section() + "</w:body></w:document>";
    }

    /** A4; the first page, the cover, has neither head nor foot. */
    private static String section() {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + HEADER
                + "\"/><w:footerReference w:type=\"default\" r:id=\"" + FOOTER + "\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1531\" w:right=\"1247\" w:bottom=\"1304\" w:left=\"1247\""
                + " w:header=\"737\" w:footer=\"624\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
    }

    private String relations() {
        String logo = document.picture()
                .map(l -> relation(LOGO, "image", "media/" + logoName(l)))
                .orElse("");
        String charts = IntStream.rangeClosed(1, pictures.size())
                .mapToObj(i -> relation(picture(i), "image", "media/picture" + i + ".png"))
                .collect(Collectors.joining());
        return resource("document-rels.xml")
                .replace(
                        "</Relationships>",
                        relation(HEADER, "header", "header1.xml") + relation(FOOTER, "footer", "footer1.xml") + logo
                                + charts + "</Relationships>");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/>\n";
    }

    private String styles() {
        boolean japanese = document.lang() == Lang.JA;
        return fonts(resource("styles.xml"))
                .replace("@line@", japanese ? "324" : "290")
                .replace("@noteIndent@", japanese ? "454" : "680")
                .replace("@noteHanging@", japanese ? "340" : "567");
    }

    private String fonts(String part) {
        return part.replace("@latin@", document.lang() == Lang.JA ? "BIZ UDPGothic" : "Arial");
    }

    private String numbering(int stepLists) {
        StringBuilder lists = new StringBuilder();
        for (int i = 0; i < stepLists; i++) {
            lists.append("<w:num w:numId=\"")
                    .append(WordBlocks.numberingOfSteps(i))
                    .append("\"><w:abstractNumId w:val=\"1\"/>")
                    .append("<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\n");
        }
        return fonts(resource("numbering.xml")).replace("</w:numbering>", lists + "</w:numbering>");
    }
}
