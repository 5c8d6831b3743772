package org.hoshimori.regulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.oscal.Alter;
import org.hoshimori.oscal.Import;
import org.hoshimori.oscal.Metadata;
import org.hoshimori.oscal.Profile;
import org.hoshimori.oscal.Prop;
import org.hoshimori.oscal.SetParameter;

/** A tailoring as an OSCAL profile over our catalog, and back. */
public final class OscalProfiles {

    private OscalProfiles() {}

    /**
     * The profile that says what the operator tailored: values set, clauses that do not stand.
     *
     * @param catalog where the profile imports the sample from, a relative reference
     * @param modified when it was last changed, an RFC 3339 instant
     */
    public static Profile profile(Regulation regulation, Lang lang, String catalog, String modified) {
        Wording wording = new Wording(regulation, lang);
        List<String> gone = regulation
                .catalog()
                .clauses()
                .map(Clause::id)
                .filter(id -> regulation.clause(id).isEmpty())
                .toList();
        List<SetParameter> values = regulation.settings().stream()
                .filter(s -> s.setBy() != null && s.value() != null)
                .map(s -> set(s, wording))
                .toList();
        Metadata metadata = Metadata.of(
                regulation.setting("reg_title").map(wording::value).orElse("Hoshimori"),
                modified,
                regulation.catalog().version());
        String uuid = UUID.nameUUIDFromBytes((catalog + values + gone).getBytes(StandardCharsets.UTF_8))
                .toString();
        String v5 = uuid.substring(0, 14) + "5" + uuid.substring(15);
        return Profile.of(v5, metadata, List.of(Import.allBut(catalog, gone)), values, List.of());
    }

    @SuppressWarnings("NullAway") // a nested type's @Nullable is not seen across modules
    private static SetParameter set(Setting setting, Wording wording) {
        String code = setting.value() == null ? "" : setting.value().code();
        SetParameter plain = SetParameter.values(setting.parameter().id(), List.of(wording.value(setting)));
        return new SetParameter(
                plain.paramId(),
                plain.className(),
                plain.dependsOn(),
                List.of(Prop.of("value", OscalCatalogs.NS, code)),
                plain.links(),
                plain.label(),
                plain.usage(),
                plain.constraints(),
                plain.guidelines(),
                plain.values(),
                plain.select());
    }

    /**
     * What a profile over our catalog comes to as a tailoring.
     *
     * @param values by parameter id, as a tailoring writes them
     * @param excluded clauses that it leaves out
     * @param unsaid what it says that a tailoring can't: message codes with arguments
     */
    public record Imported(Map<String, List<String>> values, List<String> excluded, List<Unsaid> unsaid) {}

    /** Something that a tailoring can't say. */
    public record Unsaid(String code, String subject) {}

    /** Reads a profile over our catalog as a tailoring. */
    public static Imported read(Profile profile, Catalog catalog) {
        Map<String, Parameter> parameters = catalog.parameters().collect(Collectors.toMap(Parameter::id, p -> p));
        List<String> clauses = catalog.clauses().map(Clause::id).toList();
        List<Unsaid> unsaid = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (SetParameter set : profile.setParameters()) {
            Parameter parameter = parameters.get(set.paramId());
            if (parameter == null) {
                unsaid.add(new Unsaid("unknown-parameter", set.paramId()));
            } else {
                values.put(set.paramId(), written(parameter, set));
                if (set.label() != null || !set.constraints().isEmpty() || set.select() != null) {
                    unsaid.add(new Unsaid("parameter-form", set.paramId()));
                }
            }
        }
        for (Alter alter : profile.alters()) {
            unsaid.add(new Unsaid("alter", alter.controlId()));
        }
        // Several imports add up: a clause is left out if none of them takes it.
        List<String> excluded = clauses.stream()
                .filter(id -> profile.imports().stream()
                        .noneMatch(each ->
                                (each.includeAll() || selected(each.includes(), id)) && !selected(each.excludes(), id)))
                .toList();
        return new Imported(values, topmost(excluded), unsaid);
    }

    /** Where a clause is left out with all within it, only the clause is named. */
    private static List<String> topmost(List<String> excluded) {
        Set<String> all = Set.copyOf(excluded);
        return excluded.stream().distinct().filter(id -> !ancestorIn(all, id)).toList();
    }

    private static boolean ancestorIn(Set<String> all, String id) {
        for (int dot = id.lastIndexOf('.'); dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
            if (all.contains(id.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private static boolean selected(List<Import.Selection> selections, String id) {
        return selections.stream()
                .anyMatch(s -> s.ids().contains(id)
                        || (s.withChildControls() && s.ids().stream().anyMatch(parent -> id.startsWith(parent + ".")))
                        || s.patterns().stream()
                                .anyMatch(p -> glob(p).matcher(id).matches()));
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }

    /** The value as a tailoring writes it: our own property if it is there, else by the words of choices, else as it stands. */
    private static List<String> written(Parameter parameter, SetParameter set) {
        for (Prop prop : set.props()) {
            if (prop.name().equals("value") && OscalCatalogs.NS.equals(prop.ns())) {
                return parameter.type() == ParameterType.TEXT
                        ? List.of(prop.value())
                        : List.of(prop.value().split(", ", -1));
            }
        }
        return set.values().stream().map(v -> code(parameter, v)).toList();
    }

    private static String code(Parameter parameter, String value) {
        return parameter.choices().stream()
                .filter(c ->
                        value.equals(c.words().ja()) || value.equals(c.words().en()))
                .map(Parameter.Choice::code)
                .findFirst()
                .orElse(value);
    }
}
