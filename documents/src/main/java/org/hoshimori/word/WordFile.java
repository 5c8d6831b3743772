package org.hoshimori.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.word.WordUnreadable.Problem;
import org.jspecify.annotations.Nullable;

/** The XML parts of a Word file; unpacks no more than a regulation can hold. */
final class WordFile {

    private static final int MOST = 30 << 20;
    private static final long MOST_UNPACKED = 200L << 20;
    private static final int MOST_OF_A_PART = 40 << 20;
    private static final int MOST_PARTS = 3_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final XMLInputFactory XML = factory();

    private final Map<String, byte[]> parts;
    private final String main;

    private WordFile(Map<String, byte[]> parts, String main) {
        this.parts = parts;
        this.main = main;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static WordFile of(byte[] content) {
        if (content.length > MOST) {
            throw new WordUnreadable(Problem.TOO_LARGE);
        }
        if (begins(content, OLE)) {
            throw new WordUnreadable(contains(content, ENCRYPTED) ? Problem.ENCRYPTED : Problem.OLD_FORMAT);
        }
        if (!begins(content, ZIP)) {
            throw new WordUnreadable(Problem.NOT_WORD);
        }
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long unpacked = 0;
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++count > MOST_PARTS) {
                    throw new WordUnreadable(Problem.TOO_LARGE);
                }
                boolean wanted =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                unpacked += unpack(zip, wanted ? parts : null, entry.getName(), MOST_UNPACKED - unpacked);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new WordUnreadable(Problem.DAMAGED);
        }
        String main = main(parts);
        if (!parts.containsKey(main)) {
            throw new WordUnreadable(Problem.NOT_WORD);
        }
        return new WordFile(parts, main);
    }

    private static long unpack(InputStream in, @Nullable Map<String, byte[]> parts, String name, long most)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[32 << 10];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > most || (parts != null && size > MOST_OF_A_PART)) {
                throw new WordUnreadable(Problem.TOO_LARGE);
            }
            if (parts != null) {
                out.write(buffer, 0, read);
            }
        }
        if (parts != null) {
            parts.put(name, out.toByteArray());
        }
        return size;
    }

    /** The part that the package names as its document. */
    private static String main(Map<String, byte[]> parts) {
        byte[] relations = parts.get("_rels/.rels");
        if (relations != null) {
            try {
                XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(relations));
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamReader.START_ELEMENT
                            && xml.getLocalName().equals("Relationship")
                            && String.valueOf(xml.getAttributeValue(null, "Type"))
                                    .endsWith("/officeDocument")) {
                        String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                        return target.startsWith("/") ? target.substring(1) : target;
                    }
                }
            } catch (XMLStreamException e) {
                throw new WordUnreadable(Problem.DAMAGED);
            }
        }
        return "word/document.xml";
    }

    XMLStreamReader document() {
        return reader(parts.getOrDefault(main, new byte[0]));
    }

    /** A part that stands beside the document, such as {@code styles.xml}; empty if there is none. */
    Optional<XMLStreamReader> beside(String name) {
        return part(main.substring(0, main.lastIndexOf('/') + 1) + name);
    }

    Optional<XMLStreamReader> part(String name) {
        return Optional.ofNullable(parts.get(name)).map(WordFile::reader);
    }

    private static XMLStreamReader reader(byte[] part) {
        try {
            return XML.createXMLStreamReader(new ByteArrayInputStream(part));
        } catch (XMLStreamException e) {
            throw new WordUnreadable(Problem.DAMAGED);
        }
    }

    private static boolean begins(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int i = 0; i + wanted.length <= content.length; i++) {
            if (Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
