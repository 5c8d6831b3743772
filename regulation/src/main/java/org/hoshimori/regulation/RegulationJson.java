package org.hoshimori.regulation;

import java.util.List;
import java.util.Locale;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Direction;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A regulation as JSON in one language, in the shapes that {@code docs/formats.md} describes. */
public final class RegulationJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Regulation regulation;
    private final Wording wording;

    /** JSON of this regulation in this language. */
    public RegulationJson(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.wording = new Wording(regulation, lang);
    }

    /** One array, an object a clause that obliges, is tailored or tabulates. */
    public String clauses() {
        ArrayNode array = JSON.createArrayNode();
        for (Chapter chapter : regulation.chapters()) {
            chapter.clauses().filter(Clause::hasOwnMatter).forEach(c -> clause(array.addObject(), chapter, c));
        }
        return JSON.writeValueAsString(array);
    }

    private void clause(ObjectNode node, Chapter chapter, Clause clause) {
        node.put("id", clause.id());
        node.put("chapter", chapter.id());
        node.put("title", wording.say(clause.title()));
        node.put("spaceSpecific", spaceSpecific(clause));
        ArrayNode csf = node.putArray("csf");
        chapter.csf().forEach(csf::add);
        ArrayNode related = node.putArray("related");
        clause.related().forEach(related::add);
        ArrayNode obligations = node.putArray("obligations");
        clause.duties().forEach(d -> duty(obligations.addObject(), d));
        ArrayNode parameters = node.putArray("parameters");
        clause.parameters().forEach(p -> parameter(parameters.addObject(), setting(p)));
        ArrayNode tables = node.putArray("tables");
        clause.tables().forEach(t -> table(tables.addObject(), t));
    }

    private static boolean spaceSpecific(Clause clause) {
        return clause.space() || clause.contents().stream().anyMatch(e -> !(e instanceof Clause) && e.space());
    }

    private Setting setting(Parameter parameter) {
        return regulation.setting(parameter.id()).orElseGet(() -> new Setting(parameter, parameter.sample(), null));
    }

    private void duty(ObjectNode node, Duty duty) {
        node.put("id", duty.id());
        node.put("text", wording.say(duty.words()));
        node.put("modality", duty.modality().code());
        node.put("actor", String.join(", ", duty.actors()));
        node.put("act", duty.act());
        node.put("object", duty.object());
        put(node, "trigger", duty.trigger());
        put(node, "rhythm", duty.rhythm());
        node.put("mode", duty.mode().code());
        node.put("record", duty.record());
        node.put("spaceSpecific", duty.space());
        node.put("legal", duty.legal());
        node.put("origin", duty.origin().code());
    }

    private static void put(ObjectNode node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    /** One array, an object a parameter, the regulation's and the chapters' own included. */
    public String parameters() {
        ArrayNode array = JSON.createArrayNode();
        regulation.settings().forEach(s -> parameter(array.addObject(), s));
        return JSON.writeValueAsString(array);
    }

    /** One object: this parameter. */
    public String parameter(Setting setting) {
        ObjectNode node = JSON.createObjectNode();
        parameter(node, setting);
        return JSON.writeValueAsString(node);
    }

    private void parameter(ObjectNode node, Setting setting) {
        Parameter parameter = setting.parameter();
        node.put("id", parameter.id());
        node.put("label", wording.say(parameter.label()));
        node.put("type", parameter.type().code());
        node.put("unit", parameter.unit());
        node.put(
                "direction",
                parameter.direction() == Direction.NONE
                        ? null
                        : parameter.direction().code());
        value(node, "value", parameter, setting.value());
        value(node, "sample", parameter, parameter.sample());
        node.put("text", wording.value(setting));
        node.put("state", setting.state().name().toLowerCase(Locale.ROOT));
        node.put("setBy", setting.setBy() == null ? null : setting.setBy().toString());
        node.put("origin", parameter.origin().code());
        put(node, "with", parameter.group());
        if (parameter.law() != null) {
            ObjectNode law = node.putObject("law");
            law.put("direction", parameter.law().direction().code());
            law.put("bound", parameter.law().bound().code());
            law.put("citation", wording.say(parameter.law().citation()));
        }
        if (parameter.guidance() != null) {
            node.put("guidance", wording.say(parameter.guidance()));
        }
        ArrayNode choices = node.putArray("choices");
        for (Parameter.Choice choice : parameter.choices()) {
            choices.addObject().put("code", choice.code()).put("label", wording.say(choice.words()));
        }
    }

    private void value(ObjectNode node, String key, Parameter parameter, @Nullable Value value) {
        switch (value) {
            case null -> node.putNull(key);
            case Value.OfInteger(long number) -> node.put(key, number);
            case Value.OfBoolean(boolean yes) -> node.put(key, yes);
            case Value.OfText(Words words) -> node.put(key, wording.say(words));
            case Value.OfCodes(List<String> codes) -> {
                if (parameter.type() == ParameterType.POSTS || parameter.type() == ParameterType.CHOICES) {
                    ArrayNode list = node.putArray(key);
                    codes.forEach(list::add);
                } else {
                    node.put(key, codes.getFirst());
                }
            }
            case Value.OfSpan _, Value.OfDate _ -> node.put(key, value.code());
        }
    }

    private void table(ObjectNode node, Table table) {
        node.put("id", table.id());
        node.put("caption", wording.say(table.caption()));
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(c -> columns.add(wording.say(c.label())));
        ArrayNode columnIds = node.putArray("columnIds");
        table.columns().forEach(c -> columnIds.add(c.id()));
        ArrayNode rows = node.putArray("rows");
        ArrayNode rowIds = node.putArray("rowIds");
        for (Table.Row row : table.rows()) {
            rowIds.add(row.id());
            ArrayNode cells = rows.addArray();
            for (int i = 0; i < table.columns().size(); i++) {
                cells.add(wording.sayCell(table.columns().get(i), row.cells().get(i)));
            }
        }
    }

    /** The changes between two regulations: {@code {"version":1,"changes":[…]}}. */
    public static String changes(List<Change> changes, Lang lang) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", 1);
        ArrayNode list = root.putArray("changes");
        for (Change change : changes) {
            ObjectNode node = list.addObject();
            node.put("kind", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("id", change.id());
            node.put("label", change.label().in(lang));
            node.put("before", change.before() == null ? null : change.before().in(lang));
            node.put("after", change.after() == null ? null : change.after().in(lang));
            node.put("strictness", change.strictness().name().toLowerCase(Locale.ROOT));
        }
        return JSON.writeValueAsString(root);
    }
}
