package org.hoshimori.oscal;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes objects as JSON, two blanks a level. */
final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    static String write(Object root) {
        StringWriter out = new StringWriter(1 << 16);
        try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
            value(generator, root);
        }
        return out.append('\n').toString();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(lines)
                    .withObjectIndenter(lines);
        }
    }

    private static void value(JsonGenerator out, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, content) -> {
                    out.writeName(String.valueOf(key));
                    value(out, content);
                });
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(item -> value(out, item));
                out.writeEndArray();
            }
            case Boolean flag -> out.writeBoolean(flag);
            case BigDecimal number -> out.writeNumber(number);
            default -> out.writeString(value.toString());
        }
    }
}
