package org.hoshimori.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word files as other programs write them, part by part. */
public final class TestWord {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String STYLES = "<w:styles xmlns:w=\"" + W + "\">"
            + "<w:style w:styleId=\"a1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
            + "<w:style w:styleId=\"a2\"><w:name w:val=\"heading 2\"/></w:style>"
            + "<w:style w:styleId=\"own\"><w:name w:val=\"社内見出し\"/><w:basedOn w:val=\"a2\"/></w:style>"
            + "<w:style w:styleId=\"toc\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder comments = new StringBuilder();
    private final StringBuilder extended = new StringBuilder();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public TestWord heading(int level, String text) {
        return raw("<w:p><w:pPr><w:pStyle w:val=\"a" + level + "\"/></w:pPr>" + run(text) + "</w:p>");
    }

    public TestWord paragraph(String text) {
        return raw("<w:p>" + run(text) + "</w:p>");
    }

    public TestWord table(List<String> head, List<List<String>> rows) {
        body.append("<w:tbl>");
        row(head);
        rows.forEach(this::row);
        body.append("</w:tbl>");
        return this;
    }

    private void row(List<String> cells) {
        body.append("<w:tr>");
        cells.forEach(c -> body.append("<w:tc><w:p>").append(run(c)).append("</w:p></w:tc>"));
        body.append("</w:tr>");
    }

    public TestWord raw(String xml) {
        body.append(xml);
        return this;
    }

    public TestWord comment(String id, String author, String text, String paragraph, String parent) {
        comments.append(
                "<w:comment w:id=\"%s\" w:author=\"%s\" w:date=\"2026-05-01T10:00:00Z\"><w:p w14:paraId=\"%s\">%s</w:p></w:comment>"
                        .formatted(id, author, paragraph, run(text)));
        extended.append("<w15:commentEx w15:paraId=\"%s\" w15:done=\"0\"%s/>"
                .formatted(paragraph, parent.isEmpty() ? "" : " w15:paraIdParent=\"" + parent + "\""));
        return this;
    }

    public TestWord part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    public static String inserted(String author, String text) {
        return "<w:ins w:id=\"1\" w:author=\"" + author + "\" w:date=\"2026-05-02T09:30:00Z\">" + run(text)
                + "</w:ins>";
    }

    public static String deleted(String author, String text) {
        return "<w:del w:id=\"2\" w:author=\"" + author
                + "\" w:date=\"2026-05-02T09:31:00Z\"><w:r><w:delText xml:space=\"preserve\">" + text
                + "</w:delText></w:r></w:del>";
    }

    public WordDocument read() {
        return WordDocument.read(bytes());
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        put(
                all,
                "word/document.xml",
                "<w:document xmlns:w=\"" + W + "\" xmlns:mc=\"urn:mc\" xmlns:wps=\"urn:wps\"><w:body>" + body
                        + "</w:body></w:document>");
        put(all, "word/styles.xml", STYLES);
        put(
                all,
                "word/comments.xml",
                "<w:comments xmlns:w=\"" + W + "\" xmlns:w14=\"urn:w14\">" + comments + "</w:comments>");
        put(
                all,
                "word/commentsExtended.xml",
                "<w15:commentsEx xmlns:w15=\"urn:w15\">" + extended + "</w15:commentsEx>");
        return zip(all);
    }

    private static void put(Map<String, byte[]> all, String name, String content) {
        all.putIfAbsent(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
