package org.hoshimori.core.revision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word files as others make or edit them. */
final class TestWord {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private TestWord() {}

    /** A text of headings (lines that begin with {@code #}) and paragraphs. */
    static byte[] of(String... lines) {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            boolean heading = line.startsWith("#");
            body.append("<w:p>")
                    .append(heading ? "<w:pPr><w:pStyle w:val=\"h1\"/></w:pPr>" : "")
                    .append("<w:r><w:t>")
                    .append(heading ? line.substring(1).strip() : line)
                    .append("</w:t></w:r></w:p>");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", "<w:document xmlns:w=\"" + W + "\"><w:body>" + body + "</w:body></w:document>");
        parts.put(
                "word/styles.xml",
                "<w:styles xmlns:w=\"" + W
                        + "\"><w:style w:styleId=\"h1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>");
        return zip(parts);
    }

    /** A file with its document edited, and comments put in. */
    static byte[] edited(byte[] file, UnaryOperator<String> document, String comments) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.computeIfPresent("word/document.xml", (name, content) -> document.apply(content));
        if (!comments.isEmpty()) {
            parts.put("word/comments.xml", "<w:comments xmlns:w=\"" + W + "\">" + comments + "</w:comments>");
        }
        return zip(parts);
    }

    static String tracked(String deleted, String inserted) {
        return "</w:t></w:r><w:del w:id=\"900\" w:author=\"佐藤弁護士\" w:date=\"2026-05-02T09:30:00Z\"><w:r><w:delText>"
                + deleted
                + "</w:delText></w:r></w:del><w:ins w:id=\"901\" w:author=\"佐藤弁護士\" w:date=\"2026-05-02T09:30:00Z\"><w:r><w:t>"
                + inserted
                + "</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
