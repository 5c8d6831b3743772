package org.hoshimori.regulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Direction;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Template;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.hoshimori.oscal.Control;
import org.hoshimori.oscal.Group;
import org.hoshimori.oscal.Link;
import org.hoshimori.oscal.Metadata;
import org.hoshimori.oscal.OscalCatalog;
import org.hoshimori.oscal.Param;
import org.hoshimori.oscal.Part;
import org.hoshimori.oscal.Prop;
import org.jspecify.annotations.Nullable;

/** A regulation as an OSCAL catalog: chapters are groups, clauses controls, duties items of a control's statement. */
public final class OscalCatalogs {

    /** Namespace of the properties that OSCAL has no word for. */
    public static final String NS = "https://hoshimori.org/ns/oscal";

    private final Regulation regulation;
    private final Lang lang;
    private final Wording wording;

    private OscalCatalogs(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.lang = lang;
        this.wording = new Wording(regulation, lang);
    }

    /**
     * The regulation as it stands after tailoring; for an untailored one, the sample.
     *
     * @param modified when it was last changed, an RFC 3339 instant
     */
    public static OscalCatalog resolved(Regulation regulation, Lang lang, String modified) {
        return new OscalCatalogs(regulation, lang).catalog("resolved", modified, c -> true);
    }

    /** The sample itself with every clause, for profiles to pick from: none is left out because of a value. */
    public static OscalCatalog sample(Catalog catalog, Lang lang, String modified) {
        return resolved(Regulation.resolve(WholeSample.of(catalog)), lang, modified);
    }

    /** Only the clauses of the operator's own. */
    public static OscalCatalog local(Regulation regulation, Lang lang, String modified) {
        OscalCatalogs catalogs = new OscalCatalogs(regulation, lang);
        List<Group> groups = regulation.chapters().stream()
                .map(c -> Group.of(
                        c.id() + ".x-local",
                        catalogs.wording.say(c.title()),
                        c.clauses()
                                .filter(cl -> regulation.isAdded(cl.id()))
                                .map(catalogs::control)
                                .toList()))
                .filter(g -> !g.controls().isEmpty())
                .toList();
        return OscalCatalog.of(catalogs.uuid("local"), catalogs.metadata(modified), groups, List.of());
    }

    private OscalCatalog catalog(String kind, String modified, Predicate<Chapter> which) {
        List<Group> groups =
                regulation.chapters().stream().filter(which).map(this::group).toList();
        return OscalCatalog.of(uuid(kind), metadata(modified), groups, List.of());
    }

    /** The same regulation always has the same identifier. */
    private String uuid(String kind) {
        String settings = regulation.settings().stream()
                .filter(s -> s.setBy() != null && s.value() != null)
                .map(s -> s.parameter().id() + "=" + s.value())
                .collect(Collectors.joining("\n"));
        String name = kind + lang + regulation.catalog().digest() + settings + regulation.tailorings();
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        // OSCAL takes versions 4 and 5 only; the bits of version 3 are set to say 5.
        return new UUID((hash.getMostSignificantBits() & ~0xF000L) | 0x5000L, hash.getLeastSignificantBits())
                .toString();
    }

    private Metadata metadata(String modified) {
        String title = regulation.setting("reg_title").map(wording::value).orElse("Hoshimori");
        return Metadata.of(title, modified, regulation.catalog().version())
                .with(List.of(Prop.of("language", NS, lang.tag())), List.of());
    }

    private Group group(Chapter chapter) {
        List<Control> controls = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Entry entry : chapter.contents()) {
            if (entry instanceof Clause clause) {
                controls.add(control(clause));
            } else {
                parts.add(overview(entry));
            }
        }
        List<Prop> props = new ArrayList<>();
        props.add(Prop.of("label", Integer.toString(chapter.number())));
        chapter.csf().forEach(c -> props.add(Prop.of("csf-category", NS, c)));
        return Group.of(chapter.id(), wording.say(chapter.title()), controls)
                .withParams(params(chapter.parameters()))
                .withProps(props)
                .withParts(parts);
    }

    private Part overview(Entry entry) {
        String prose = entry instanceof Text text ? prose(text.words()) : "";
        return Part.of(entry.id(), "overview", prose);
    }

    Control control(Clause clause) {
        List<Prop> props = new ArrayList<>();
        if (clause.number() != null) {
            props.add(Prop.of("label", clause.number()));
        }
        flag(props, "space-specific", clause.space());
        flag(props, "legal-thread", clause.legal());
        flag(props, "added", regulation.isAdded(clause.id()));
        List<Link> links = new ArrayList<>();
        clause.related().forEach(r -> props.add(Prop.of("related", NS, r)));
        List<Part> items = clause.contents().stream()
                .filter(e -> !(e instanceof Clause))
                .map(this::item)
                .toList();
        Part statement = Part.of(clause.id() + "_smt", "statement", null).withParts(items);
        return Control.of(clause.id(), wording.say(clause.title()))
                .withParams(params(clause.parameters()))
                .withProps(props)
                .withLinks(links)
                .withParts(List.of(statement))
                .withControls(clause.clauses().stream().map(this::control).toList());
    }

    private static void flag(List<Prop> props, String name, boolean holds) {
        if (holds) {
            props.add(Prop.of(name, NS, "yes"));
        }
    }

    private Part item(Entry entry) {
        return switch (entry) {
            case Duty duty ->
                Part.of(partId(duty.id()), "item", prose(duty.words())).withProps(props(duty));
            case Text text ->
                Part.of(partId(text.id()), "item", prose(text.words()))
                        .withProps(List.of(Prop.of("layout", NS, text.layout().code())));
            case Table table ->
                Part.of(table.id(), "item", grid(table))
                        .withTitle(wording.say(table.caption()))
                        .withProps(List.of(Prop.of("layout", NS, "table")));
            case Clause clause -> throw new IllegalStateException(clause.id());
        };
    }

    /** A duty may bear its clause's id, and ids stand once in a document. */
    private String partId(String id) {
        return regulation.clause(id).isPresent() ? id + "_smt.a" : id;
    }

    private List<Prop> props(Duty duty) {
        List<Prop> props = new ArrayList<>();
        props.add(Prop.of("modality", NS, duty.modality().code()));
        duty.actors().forEach(a -> props.add(Prop.of("actor", NS, a)));
        props.add(Prop.of("act", NS, duty.act()));
        props.add(Prop.of("object", NS, duty.object()));
        add(props, "trigger", duty.trigger());
        add(props, "rhythm", duty.rhythm());
        props.add(Prop.of("record", NS, duty.record()));
        props.add(Prop.of("mode", NS, duty.mode().code()));
        props.add(Prop.of("layout", NS, duty.layout().code()));
        flag(props, "space-specific", duty.space());
        flag(props, "legal-thread", duty.legal());
        return props;
    }

    private static void add(List<Prop> props, String name, @Nullable String value) {
        if (value != null) {
            props.add(Prop.of(name, NS, value));
        }
    }

    /** Words as OSCAL prose: parameters as inserts, references as links within the document. */
    private String prose(Words words) {
        StringBuilder out = new StringBuilder();
        for (Template.Part part : Template.parse(words.in(lang)).parts()) {
            switch (part) {
                case Template.Plain(String text) -> out.append(escaped(text));
                case Template.Insert(String parameter) -> {
                    if (regulation.setting(parameter).isPresent()) {
                        out.append("{{ insert: param, ").append(parameter).append(" }}");
                    } else {
                        out.append(wording.say(words(parameter)));
                    }
                }
                case Template.PostTitle(String post) -> out.append(wording.title(post));
                case Template.Link(String clause) -> {
                    String name = wording.nameOf(clause);
                    out.append(regulation.clause(clause).isPresent() ? "[" + name + "](#" + clause + ")" : name);
                }
                case Template.Break _ -> out.append(' ');
            }
        }
        return out.toString();
    }

    private Words words(String table) {
        return regulation.table(table).map(Table::caption).orElseGet(() -> Words.same(table));
    }

    private static String escaped(String text) {
        return text.replace("*", "\\*").replace("[", "\\[").replace("]", "\\]");
    }

    private String grid(Table table) {
        StringBuilder out = new StringBuilder();
        out.append(row(table.columns().stream().map(c -> wording.say(c.label())).toList()));
        out.append('\n').append(row(table.columns().stream().map(c -> "---").toList()));
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                cells.add(wording.sayCell(table.columns().get(i), row.cells().get(i)));
            }
            out.append('\n').append(row(cells));
        }
        return out.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(c -> c.replace("\n", " ").replace("|", "\\|"))
                .map(c -> c.equals("---") ? c : escaped(c))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<Param> params(List<Parameter> parameters) {
        return parameters.stream().map(this::param).toList();
    }

    private Param param(Parameter parameter) {
        Setting setting =
                regulation.setting(parameter.id()).orElseGet(() -> new Setting(parameter, parameter.sample(), null));
        List<Prop> props = new ArrayList<>();
        props.add(Prop.of("type", NS, parameter.type().code()));
        add(props, "unit", parameter.unit());
        if (parameter.direction() != Direction.NONE) {
            props.add(Prop.of("direction", NS, parameter.direction().code()));
        }
        props.add(Prop.of("origin", NS, parameter.origin().code()));
        if (setting.value() != null) {
            props.add(Prop.of("value", NS, setting.value().code()));
        }
        List<Param.Guideline> guidelines = parameter.guidance() == null
                ? List.of()
                : List.of(new Param.Guideline(wording.say(parameter.guidance())));
        return new Param(
                parameter.id(),
                null,
                null,
                props,
                List.of(),
                wording.say(parameter.label()),
                parameter.help() == null ? null : wording.say(parameter.help()),
                List.of(),
                guidelines,
                setting.value() == null ? List.of() : List.of(wording.value(setting)),
                null,
                null,
                Map.of());
    }
}
