package org.hoshimori.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Writes documents for tests and takes them apart. */
final class Written {

    private Written() {}

    static byte[] as(Format format, Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Documents.write(document, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Format format, Document document) {
        return new String(as(format, document), StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static org.w3c.dom.Document xml(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    static List<Element> elements(org.w3c.dom.Document xml, String name) {
        return list(xml.getElementsByTagNameNS("*", name));
    }

    static List<Element> elements(Element within, String name) {
        return list(within.getElementsByTagNameNS("*", name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Words that no writer may stumble over. */
    static Document hostile() {
        String words = "\u0000\u0007<script>alert(1)</script> & \"quoted\" ]]> \uD800 𠮷野家 🚀 \u202Eabc |a|b| "
                + "x".repeat(400) + " {{7*7}} ${jndi} [a](javascript:alert(1)) \uFFFE";
        Phrase phrase = Phrase.of(words);
        return Regulations.japanese(
                true,
                List.of(new Chapter(
                        "org",
                        "1",
                        phrase,
                        phrase,
                        phrase,
                        List.of("<b>", "&"),
                        List.of(
                                new Block.Section(List.of("org-1"), "1", phrase, 1),
                                new Block.Paragraph(List.of("org-1.a"), phrase),
                                new Block.Item(List.of(), 2, phrase),
                                new Block.Step(List.of(), 75, phrase),
                                new Block.Note(List.of(), phrase),
                                new Block.Heading(List.of(), phrase),
                                Words.grid("org-1_t", words.replace('|', '/'), "a|b", "|" + words.replace('|', '/')),
                                Words.paragraph(
                                        "",
                                        Words.fill("<id>", words, words),
                                        Words.link("org-1", words),
                                        Words.link("nowhere", words),
                                        new Run.Break()),
                                new Block.Chart(List.of(), phrase, List.of(Words.post(words, List.of(phrase)))),
                                new Block.Chart(List.of(), Phrase.EMPTY, List.of()),
                                new Block.PageBreak(),
                                new Block.Excluded(List.of(), "2", phrase, 3, phrase)))));
    }
}
