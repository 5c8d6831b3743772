package org.hoshimori.mail;

import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An inspection as one line of JSON, as {@code docs/formats.md} describes it. */
public final class InspectionJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private InspectionJson() {}

    /** Without a line break at its end. */
    public static String of(String file, Inspection inspection, Locale locale) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, file, inspection, locale);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String file, Inspection inspection, Locale locale) {
        json.writeStartObject();
        json.writeStringProperty("file", file);
        json.writeStringProperty("messageId", inspection.messageId());
        json.writeStringProperty("from", inspection.from());
        json.writeStringProperty("subject", inspection.subject());
        json.writeNumberProperty("regulationCount", inspection.count());
        json.writeStringProperty("regulationVerdict", inspection.suspect() ? "suspect" : "not");
        json.writeStringProperty("verdict", inspection.verdict().word());
        json.writeStringProperty(
                "advice", Reason.of("advice." + inspection.advice()).text(locale));
        json.writeArrayPropertyStart("indicators");
        for (Judgement each : inspection.judgements()) {
            json.writeStartObject();
            json.writeStringProperty("id", each.indicator().id());
            json.writeStringProperty("state", each.state().word());
            json.writeStringProperty("where", each.where());
            json.writeStringProperty("reason", each.reason().text(locale));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("facts");
        for (Fact each : inspection.facts()) {
            json.writeStartObject();
            json.writeStringProperty("name", each.name().id());
            json.writeNumberProperty("weight", each.name().weight());
            json.writeStringProperty("where", each.where());
            json.writeStringProperty("reason", each.reason().text(locale));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("score", inspection.score());
        json.writeArrayPropertyStart("gaps");
        inspection.gaps().stream().sorted().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("nested");
        inspection.nested().forEach(n -> write(json, file, n, locale));
        json.writeEndArray();
        json.writeNumberProperty("millis", inspection.millis());
        json.writeEndObject();
    }
}
