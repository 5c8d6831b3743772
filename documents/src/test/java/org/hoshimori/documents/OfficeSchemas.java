package org.hoshimori.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The transitional schemas of ECMA-376, as POI ships them. */
final class OfficeSchemas {

    private static final String FOLDER = "/org/apache/poi/schemas/ooxml/src/";

    private final Schema schema;

    private OfficeSchemas(String... files) {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            String file = XMLConstants.XML_NS_URI.equals(namespace) ? "xml.xsd" : systemId;
            return new Input(publicId, file, open(file));
        });
        try {
            StreamSource[] sources = new StreamSource[files.length];
            for (int i = 0; i < files.length; i++) {
                sources[i] = new StreamSource(open(files[i]), files[i]);
            }
            this.schema = factory.newSchema(sources);
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    static OfficeSchemas word() {
        return new OfficeSchemas(
                "wml.xsd", "dml-picture.xsd", "dml-wordprocessingDrawing.xsd", "shared-documentPropertiesExtended.xsd");
    }

    static OfficeSchemas sheet() {
        return new OfficeSchemas("sml.xsd", "shared-documentPropertiesExtended.xsd");
    }

    private static InputStream open(String file) {
        String path = file.equals("xml.xsd") ? "xml.xsd" : FOLDER + file.substring(file.lastIndexOf('/') + 1);
        return Objects.requireNonNull(OfficeSchemas.class.getResourceAsStream(path), file);
    }

    /** What the schemas find wrong with a part. */
    List<String> faults(byte[] part) {
        List<String> faults = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                faults.add(e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                faults.add(e.getLineNumber() + ": " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                faults.add(e.getLineNumber() + ": " + e.getMessage());
            }
        });
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(part)));
        } catch (SAXException e) {
            faults.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private record Input(@Nullable String publicId, String systemId, InputStream bytes) implements LSInput {
        @Override
        public @Nullable Reader getCharacterStream() {
            return null;
        }

        @Override
        public void setCharacterStream(Reader reader) {}

        @Override
        public InputStream getByteStream() {
            return bytes;
        }

        @Override
        public void setByteStream(InputStream stream) {}

        @Override
        public @Nullable String getStringData() {
            return null;
        }

        @Override
        public void setStringData(String data) {}

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public void setSystemId(String id) {}

        @Override
        public @Nullable String getPublicId() {
            return publicId;
        }

        @Override
        public void setPublicId(String id) {}

        @Override
        public @Nullable String getBaseURI() {
            return null;
        }

        @Override
        public void setBaseURI(String uri) {}

        @Override
        public @Nullable String getEncoding() {
            return null;
        }

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
