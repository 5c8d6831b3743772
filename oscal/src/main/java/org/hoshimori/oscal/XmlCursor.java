package org.hoshimori.oscal;

import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Steps through XML; refuses document types and entities of its own, and bounds depth and size. */
final class XmlCursor {

    static final String NAMESPACE = "http://csrc.nist.gov/ns/oscal/1.0";

    private static final Pattern ENCODING =
            Pattern.compile("^[^<]*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /** Elements within one another; the JDK's own limit is a little higher and says less. */
    private static final int DEPTH = 95;

    private final String file;
    private final XMLStreamReader reader;
    private int depth;
    private int nodes;

    XmlCursor(String file, byte[] content) {
        this.file = file;
        // The JDK's own parser, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        try {
            reader = factory.createXMLStreamReader(new StringReader(decoded(file, content)));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The text of a file; decoded here, since the JDK's parser writes about broken bytes to the error stream. */
    static String decoded(String file, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(head);
        try {
            Charset charset = Encodings.unicode(content);
            if (charset.equals(StandardCharsets.UTF_8) && declared.find()) {
                charset = Charset.forName(declared.group(1));
            }
            return Encodings.decoded(content, charset);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new OscalFormatException(file, 0, 0, "oscal.encoding");
        }
    }

    /** Moves to the next start, end, text or the end of the document; comments are skipped. */
    int next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEPTH) {
                            throw error("oscal.too-deep", Integer.toString(DEPTH));
                        }
                        if (++nodes > Limits.NODES) {
                            throw error("oscal.too-many-values", Integer.toString(Limits.NODES));
                        }
                        return event;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return event;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return XMLStreamConstants.CHARACTERS;
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {
                        return event;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw error("oscal.doctype");
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
            return XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    String name() {
        return reader.getLocalName();
    }

    boolean inOscalNamespace() {
        return NAMESPACE.equals(reader.getNamespaceURI());
    }

    String text() {
        return reader.getText();
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    /** Name of an attribute without namespace, or null for one of another namespace, such as a schema's address. */
    @Nullable
    String attributeName(int index) {
        String namespace = reader.getAttributeNamespace(index);
        return namespace == null || namespace.isEmpty() ? reader.getAttributeLocalName(index) : null;
    }

    String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    int line() {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    int column() {
        return Math.max(0, reader.getLocation().getColumnNumber());
    }

    /** All text up to the end of the element begun, elements within it left out. */
    String rawText() {
        StringBuilder out = new StringBuilder();
        int open = 1;
        while (open > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS -> out.append(text());
                default -> throw error("oscal.ends-early");
            }
        }
        return out.toString();
    }

    OscalFormatException error(String code, String... arguments) {
        return new OscalFormatException(file, line(), column(), code, arguments);
    }

    private OscalFormatException broken(XMLStreamException e) {
        Location at = e.getLocation();
        int line = at == null ? 0 : Math.max(0, at.getLineNumber());
        int column = at == null ? 0 : Math.max(0, at.getColumnNumber());
        String message = e.getMessage() == null ? "" : e.getMessage();
        // The JDK's message repeats the place on its first line.
        String reason = message.lines()
                .filter(l -> !l.startsWith("ParseError"))
                .findFirst()
                .orElse("")
                .replaceFirst("^Message: ", "");
        return new OscalFormatException(file, line, column, "oscal.syntax", "XML", reason);
    }
}
