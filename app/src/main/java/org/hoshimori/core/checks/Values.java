package org.hoshimori.core.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Value;
import org.hoshimori.core.checks.CheckRefused.Fault;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the places of a check: the regulation's parameters in PostgreSQL's types, null where nobody has given one, and
 * the day.
 */
final class Values {

    private static final Catalog CATALOG = CatalogJson.shipped();

    private Values() {}

    /** The types of all places. */
    static Map<String, String> types(SqlText text) throws CheckRefused {
        Map<String, String> types = new TreeMap<>();
        for (String place : text.places()) {
            types.put(
                    place,
                    place.equals(CheckFile.TODAY)
                            ? "date"
                            : type(parameter(place).type()));
        }
        return types;
    }

    private static Parameter parameter(String id) throws CheckRefused {
        return CATALOG.parameters()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CheckRefused(Fault.PARAMETER_UNKNOWN, id));
    }

    private static String type(ParameterType type) {
        return switch (type) {
            case TEXT, POST, CHOICE -> "text";
            case POSTS, CHOICES -> "text[]";
            case MONTH, INTEGER -> "bigint";
            case DATE -> "date";
            case DURATION, RHYTHM -> "interval";
            case BOOLEAN -> "boolean";
        };
    }

    /** What is bound to a place of this type, as text that PostgreSQL casts; the sample's value where the revision knows none. */
    static @Nullable String of(String place, String type, Revision revision, LocalDate today) {
        if (place.equals(CheckFile.TODAY)) {
            return today.toString();
        }
        Optional<Setting> setting = revision.regulation().setting(place);
        Value value = setting.isPresent()
                ? setting.get().value()
                : CATALOG.parameters()
                        .filter(p -> p.id().equals(place))
                        .map(Parameter::sample)
                        .findFirst()
                        .orElse(null);
        return value == null ? null : text(value, type);
    }

    private static String text(Value value, String type) {
        return switch (value) {
            case Value.OfText(var words) -> words.in(Lang.JA);
            case Value.OfCodes(List<String> codes) -> type.equals("text[]") ? array(codes) : codes.getFirst();
            case Value.OfInteger(long number) -> Long.toString(number);
            case Value.OfSpan(var span) -> span.toString();
            case Value.OfDate(var date) -> date.toString();
            case Value.OfBoolean(boolean yes) -> Boolean.toString(yes);
        };
    }

    /** PostgreSQL's text of an array. */
    static String array(List<String> elements) {
        return elements.stream()
                .map(c -> '"' + c.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** All that a check is given but the day: while it is the same, a new revision changes nothing for it. */
    static String all(Map<String, String> types, Revision revision) {
        StringBuilder all = new StringBuilder();
        types.forEach((place, type) -> {
            if (!place.equals(CheckFile.TODAY)) {
                all.append(place)
                        .append('=')
                        .append(of(place, type, revision, LocalDate.EPOCH))
                        .append('\n');
            }
        });
        return all.toString();
    }
}
