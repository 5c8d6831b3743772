package org.hoshimori.core.duties;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A file of duties, as {@code docs/duties.md} describes it.
 *
 * @param leftOut the catalog's duties that are none here; an id may end in {@code *}
 */
record DutyFile(List<DutyKind> kinds, List<LeftOut> leftOut) {

    private static final Set<String> KEYS =
            Set.of("kind", "obliges", "every", "month", "by", "after", "within", "who", "remind", "escalate");

    /** A duty of the catalog that is none here, and why. */
    record LeftOut(String duty, String because) {

        boolean covers(String id) {
            return duty.endsWith("*") ? id.startsWith(duty.substring(0, duty.length() - 1)) : id.equals(duty);
        }
    }

    /** Refuses what is no such file. */
    static DutyFile read(InputStream in) throws IOException {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        List<DutyKind> kinds = new ArrayList<>();
        list(root.get("duties")).forEach(item -> kinds.add(kind(map(item))));
        List<LeftOut> leftOut = new ArrayList<>();
        list(root.get("left-out"))
                .forEach(item -> leftOut.add(new LeftOut(text(map(item), "duty"), text(map(item), "because"))));
        return new DutyFile(List.copyOf(kinds), List.copyOf(leftOut));
    }

    private static DutyKind kind(Map<?, ?> item) {
        Set<String> unknown = new TreeSet<>();
        item.keySet().forEach(k -> unknown.add(k.toString()));
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown keys " + unknown);
        }
        When when = item.containsKey("after")
                ? new When.After(text(item, "after"), text(item, "within"))
                : new When.Every(text(item, "every"), text(item, "month"), text(item, "by"));
        List<Integer> remind = item.containsKey("remind")
                ? list(item.get("remind")).stream()
                        .map(d -> Integer.valueOf(d.toString()))
                        .toList()
                : List.of(14, 3);
        int escalate = item.get("escalate") instanceof Integer days ? days : 7;
        return new DutyKind(
                text(item, "kind"),
                list(item.get("obliges")).stream().map(Object::toString).toList(),
                who(map(item.get("who"))),
                when,
                remind,
                escalate);
    }

    private static Who who(Map<?, ?> who) {
        if (who.size() != 1) {
            throw new IllegalArgumentException("who: " + who);
        }
        String key = who.keySet().iterator().next().toString();
        return switch (key) {
            case "post" -> new Who.Post(text(who, key));
            case "holders" -> new Who.Holders(text(who, key));
            case "departments" -> new Who.Departments(text(who, key));
            case "people" -> {
                Set<String> kinds = new TreeSet<>();
                list(who.get(key)).forEach(k -> kinds.add(k.toString()));
                yield new Who.People(kinds);
            }
            default -> throw new IllegalArgumentException("who: " + key);
        };
    }

    private static String text(Map<?, ?> item, String key) {
        Object value = item.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(String.valueOf(value));
    }
}
